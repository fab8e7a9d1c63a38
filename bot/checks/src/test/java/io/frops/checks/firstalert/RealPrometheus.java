package io.frops.checks.firstalert;

import io.frops.checks.real.Child;
import io.frops.checks.real.RealProgram;
import io.frops.checks.real.RealPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A real Prometheus with one rule.
final class RealPrometheus implements AutoCloseable {
    private static final String RULES =
            """
            groups:
              - name: service_alerts
                rules:
                  - alert: HighErrorRate
                    expr: demo_errors > 10
                    labels: {severity: critical, service: backend}
                    annotations:
                      summary: High error rate for backend
                      description: '{{ $value }} errors'
                      runbook_url: https://runbooks.example.com/high-error-rate
            """;

    private final Child child;

    /// Skips the calling test when there is no such program.
    RealPrometheus(Path folder, URI alertmanager, int target) throws IOException {
        Path program = RealPrograms.need(RealProgram.PROMETHEUS);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("prometheus.yml"), config(alertmanager, target));
        Files.writeString(folder.resolve("rules.yml"), RULES);
        child =
                Child.start(
                        "prometheus",
                        folder,
                        List.of(
                                program.toString(),
                                "--config.file=prometheus.yml",
                                "--storage.tsdb.path=" + folder.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + freePort()));
    }

    private static String config(URI alertmanager, int target) {
        return """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        alerting:
          alertmanagers: [{static_configs: [{targets: ["127.0.0.1:%d"]}]}]
        rule_files: [rules.yml]
        scrape_configs:
          - job_name: backend
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
                .formatted(alertmanager.getPort(), target);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String log() {
        return child.log();
    }

    @Override
    public void close() {
        child.close();
    }
}

package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// `/status` and `/receivers`.
record StatusApi(Engine engine, SimulatorSettings settings) {
    Reply status(Call call) {
        ObjectNode status = StateJson.object();
        status.putObject("cluster").put("status", "disabled").putArray("peers");
        status.putObject("config").put("original", config());
        Instant startedAt = engine.look(Engine.Snapshot::startedAt);
        status.put("uptime", Times.millis(startedAt));
        status.putObject("versionInfo")
                .put("branch", "sandbox")
                .put("buildDate", "")
                .put("buildUser", "")
                .put("goVersion", "")
                .put("revision", "")
                .put("version", settings.release().version());
        return Reply.json(status);
    }

    Reply receivers(Call call) {
        ArrayNode receivers = StateJson.NODES.arrayNode();
        settings.routes().stream()
                .map(Route::receiver)
                .distinct()
                .sorted()
                .forEach(name -> receivers.addObject().put("name", name));
        return Reply.json(receivers);
    }

    /// As a real one prints what it read: defaults filled in, secrets hidden.
    private String config() {
        Route last = settings.routes().getLast();
        SimulatorSettings.Timing timing = settings.timing();
        StringBuilder out = new StringBuilder();
        out.append("route:\n  receiver: ").append(last.receiver()).append('\n');
        out.append("  group_wait: ").append(timing.groupWait().toMillis()).append("ms\n");
        out.append("  group_interval: ").append(timing.groupInterval().toMillis()).append("ms\n");
        out.append("  routes:\n");
        settings.routes().forEach(r -> out.append("  - receiver: " + r.receiver() + "\n"));
        out.append("receivers:\n");
        settings.routes().stream()
                .map(Route::receiver)
                .distinct()
                .forEach(name -> out.append(receiver(name)));
        return out.toString();
    }

    private String receiver(String name) {
        String webhook =
                """
                  webhook_configs:
                  - send_resolved: true
                    http_config:
                      authorization:
                        type: Bearer
                        credentials: <secret>
                    url: <secret>
                """;
        return "- name: " + name + "\n" + (name.equals(settings.receiver()) ? webhook : "");
    }
}

package io.frops.sandbox.platform;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// Where the sample platform's alerts go, as Prometheus' go to an Alertmanager. Neither call waits
/// for anybody.
public interface AlertSink {
    /// @param labels what the alert is, and all that tells it from another
    /// @param generatorUrl the graph behind it
    /// @param since when it began to fire
    void fire(
            Map<String, String> labels,
            Map<String, String> annotations,
            URI generatorUrl,
            Instant since);

    void resolve(Map<String, String> labels);
}

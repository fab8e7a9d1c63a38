package io.frops.core.incident;

import io.frops.core.alert.AlertKey;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An alert as an incident knows it.
///
/// @param clearedAt when it resolved or was presumed gone; absent while it fires
public record TrackedAlert(
        AlertKey key,
        Map<String, String> labels,
        Map<String, String> annotations,
        String generatorUrl,
        Severity severity,
        String service,
        Status status,
        @Nullable Instant clearedAt) {
    /// Whether it fires, and if not, on whose word.
    public enum Status {
        FIRING,
        /// The source said so.
        RESOLVED,
        /// It was absent for long enough; any firing revokes this.
        PRESUMED_GONE
    }

    public TrackedAlert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    static TrackedAlert firing(GradedAlert graded) {
        return from(graded, Status.FIRING, null);
    }

    static TrackedAlert from(GradedAlert graded, Status status, @Nullable Instant clearedAt) {
        var alert = graded.alert();
        return new TrackedAlert(
                alert.key(),
                alert.labels(),
                alert.annotations(),
                alert.generatorUrl(),
                graded.severity(),
                graded.service(),
                status,
                clearedAt);
    }

    TrackedAlert cleared(Status how, Instant at) {
        return new TrackedAlert(key, labels, annotations, generatorUrl, severity, service, how, at);
    }

    public boolean firing() {
        return status == Status.FIRING;
    }
}

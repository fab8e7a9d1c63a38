package io.frops.core.alert;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One alert as its source tells it. Everything in it is data from outside.
///
/// @param endsAt when it resolved; absent while it fires
/// @param generatorUrl the graph behind it; may be empty
public record Alert(
        AlertKey key,
        Map<String, String> labels,
        Map<String, String> annotations,
        @Nullable Instant endsAt,
        String generatorUrl) {
    public Alert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    public boolean firing() {
        return endsAt == null;
    }

    public String label(String name) {
        return labels.getOrDefault(name, "");
    }

    public String annotation(String name) {
        return annotations.getOrDefault(name, "");
    }
}

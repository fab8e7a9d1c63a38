package io.frops.core.intake;

import io.frops.core.alert.Activity;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Settles doubts by asking the source itself.
public final class Doubts {
    private final Map<SourceName, AlertSource> sources;

    public Doubts(Map<SourceName, AlertSource> sources) {
        this.sources = Map.copyOf(sources);
    }

    /// @return an answer for each key; `UNREACHABLE` where nobody could be asked
    Map<AlertKey, Activity.Answer> settle(SourceName name, Set<AlertKey> keys) {
        Activity activity =
                ask(
                        name,
                        keys.stream()
                                .map(AlertKey::fingerprint)
                                .collect(Collectors.toUnmodifiableSet()));
        Map<AlertKey, Activity.Answer> answers = new HashMap<>();
        keys.forEach(key -> answers.put(key, activity.of(key.fingerprint())));
        return answers;
    }

    private Activity ask(SourceName name, Set<String> fingerprints) {
        AlertSource source = sources.get(name);
        if (source == null || !source.hasApi()) {
            return new Activity(Map.of());
        }
        try {
            return source.activity(fingerprints);
        } catch (IntegrationException e) {
            return new Activity(Map.of());
        }
    }
}

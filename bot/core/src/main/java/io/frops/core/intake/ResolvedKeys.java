package io.frops.core.intake;

import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.store.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Remembers for 24 h which alerts of a group without an open incident have resolved, so that a
/// late firing of one is a doubt and not an outage.
public final class ResolvedKeys {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 5000;

    private final KeyStore keys;
    private final InstantSource clock;

    public ResolvedKeys(KeyStore keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Set<AlertKey> of(GroupId group) {
        Instant now = clock.instant();
        Set<AlertKey> resolved = new HashSet<>();
        keys.get(id(group))
                .ifPresent(entry ->
                        entry.fields()
                                .forEach((key, until) -> {
                                    if (Instant.parse(until).isAfter(now)) {
                                        resolved.add(read(key));
                                    }
                                }));
        return resolved;
    }

    /// Adds keys durably.
    void add(GroupId group, Collection<AlertKey> resolved) {
        if (resolved.isEmpty()) {
            return;
        }
        boolean written = false;
        while (!written) {
            written = tryAdd(group, resolved);
        }
    }

    private boolean tryAdd(GroupId group, Collection<AlertKey> resolved) {
        Instant now = clock.instant();
        String until = now.plus(KEPT).toString();
        var entry = keys.get(id(group));
        Map<String, String> fields = new HashMap<>();
        entry.ifPresent(e ->
                e.fields()
                        .forEach((key, at) -> {
                            if (Instant.parse(at).isAfter(now)) {
                                fields.put(key, at);
                            }
                        }));
        resolved.stream().limit(MOST).forEach(key -> fields.put(key.toString(), until));
        shrink(fields);
        long expected = entry.map(KeyStore.Entry::version).orElse(KeyStore.ABSENT);
        return keys.put(id(group), expected, fields, now.plus(KEPT));
    }

    /// Keeps the document small: the oldest go first.
    private static void shrink(Map<String, String> fields) {
        int surplus = fields.size() - MOST;
        if (surplus > 0) {
            fields.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .limit(surplus)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(fields::remove);
        }
    }

    private static String id(GroupId group) {
        return "resolved/" + group.value();
    }

    private static AlertKey read(String text) {
        int at = text.lastIndexOf('@');
        return new AlertKey(text.substring(0, at), Instant.parse(text.substring(at + 1)));
    }
}

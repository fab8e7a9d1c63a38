package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Alerts, silences and the notification log. Every change is in the journal before it is seen. Not
/// for several threads at once.
final class Holdings {
    /// How long what is over stays to be looked at.
    private static final Duration KEPT = Duration.ofHours(24);

    private final Map<String, StoredAlert> alerts = new TreeMap<>();
    private final Map<String, StoredSilence> silences = new TreeMap<>();
    private final Map<String, Sent> log = new TreeMap<>();
    private final Journal journal;

    Holdings(Journal journal) {
        this.journal = journal;
    }

    /// Takes up what the journal has; what has long been over is left behind.
    void load(Instant now) {
        journal.read().forEach(this::replay);
        Instant old = now.minus(KEPT);
        alerts.values().removeIf(a -> a.endsAt().isBefore(old));
        silences.values().removeIf(s -> s.endsAt().isBefore(old));
        rewrite();
    }

    private void replay(JsonNode entry) {
        switch (entry.path("entry").asText()) {
            case "alert" -> {
                StoredAlert alert = StateJson.alert(entry);
                alerts.put(alert.fingerprint(), alert);
            }
            case "silence" -> {
                StoredSilence silence = StateJson.silence(entry);
                silences.put(silence.id(), silence);
            }
            case "sent" -> {
                Sent sent = StateJson.sent(entry);
                log.put(sent.groupKey(), sent);
            }
            default -> {}
        }
    }

    private void rewrite() {
        List<ObjectNode> entries = new ArrayList<>();
        alerts.values().forEach(a -> entries.add(StateJson.entry(a)));
        silences.values().forEach(s -> entries.add(StateJson.entry(s)));
        log.values().forEach(s -> entries.add(StateJson.entry(s)));
        journal.rewrite(entries);
    }

    void put(StoredAlert alert) {
        journal.append(StateJson.entry(alert));
        alerts.put(alert.fingerprint(), alert);
    }

    void put(StoredSilence silence) {
        journal.append(StateJson.entry(silence));
        silences.put(silence.id(), silence);
    }

    void put(Sent sent) {
        journal.append(StateJson.entry(sent));
        log.put(sent.groupKey(), sent);
    }

    /// As a crash of the real one does: alerts are gone, silences and the log are not.
    void forgetAlerts() {
        alerts.clear();
        rewrite();
    }

    @Nullable StoredAlert alert(String fingerprint) {
        return alerts.get(fingerprint);
    }

    @Nullable StoredSilence silence(String id) {
        return silences.get(id);
    }

    @Nullable Sent sent(String groupKey) {
        return log.get(groupKey);
    }

    Collection<StoredAlert> alerts() {
        return alerts.values();
    }

    /// What fires.
    List<StoredAlert> firing(Instant now) {
        return alerts.values().stream().filter(a -> !a.resolved(now)).toList();
    }

    Collection<StoredSilence> silences() {
        return silences.values();
    }
}

package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A source of one or two members and the incidents that know of it, minute by minute.
final class ReconciliationWorld {
    static final SourceName MAIN = new SourceName("main");
    static final Heartbeat WATCHDOG =
            new Heartbeat(
                    MAIN,
                    List.of(new LabelMatcher("alertname", "Watchdog")),
                    Duration.ofMinutes(5));

    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    Duration uptime = Duration.ofHours(1);
    boolean trusted;
    List<Poll.Held> held = new ArrayList<>();
    List<Poll.Member> others = new ArrayList<>();
    List<Reconciliation.Known> known = new ArrayList<>();
    final Reconciliation reconciliation;

    ReconciliationWorld(Optional<Heartbeat> heartbeat) {
        reconciliation = new Reconciliation(MAIN, "frops", heartbeat, ReconciliationPolicy.DEFAULT);
    }

    Poll poll() {
        return new Poll(
                Stream.concat(
                                Stream.<Poll.Member>of(new Poll.Answered("a", uptime, held)),
                                others.stream())
                        .toList());
    }

    /// One poll, then a minute passes.
    List<Finding> minute() {
        List<Finding> findings = reconciliation.compare(poll(), known, () -> trusted, now);
        now = now.plusSeconds(60);
        uptime = uptime.plusSeconds(60);
        return findings;
    }

    /// What so many minutes found.
    List<Finding> minutes(int count) {
        return IntStream.range(0, count).boxed().flatMap(_ -> minute().stream()).toList();
    }

    /// Incidents that each know one firing alert of their own group.
    void open(int count) {
        for (int i = 1; i <= count; i++) {
            known.add(new Reconciliation.Known(group("A" + i), key("f" + i)));
        }
    }

    static GroupId group(String alertname) {
        return GroupId.of(MAIN, "frops", Map.of("alertname", alertname));
    }

    static AlertKey key(String fingerprint) {
        return new AlertKey(fingerprint, Instant.parse("2026-03-01T11:00:00Z"));
    }

    static Poll.Held held(String alertname, AlertKey key) {
        return held(alertname, key, true, "frops");
    }

    static Poll.Held held(String alertname, AlertKey key, boolean active, String receiver) {
        Map<String, String> labels = Map.of("alertname", alertname);
        return new Poll.Held(
                new Alert(key, labels, Map.of(), null, ""),
                active,
                Set.of(receiver),
                receiver.equals("frops") ? List.of(labels) : List.of());
    }

    static Poll.Held heartbeat() {
        return held("Watchdog", key("beat"));
    }
}

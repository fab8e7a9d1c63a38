package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.Notification;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SourceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Compares what the incidents of one source say with what the source holds. Absent is not
/// resolved: a restarted source answers with an empty list while everything burns, so absence is
/// believed only slowly and under conditions, and presence only when the alert is really ours to
/// tell.
///
/// Keeps counts in memory and loses nothing but time with them. One thread at a time.
public final class Reconciliation {
    private final SourceName source;
    private final Optional<Heartbeat> heartbeat;
    private final ReconciliationPolicy policy;
    private final ReconciliationMissing missing;

    /// In how many polls in a row an alert was absent.
    private final Map<AlertKey, Integer> absences = new HashMap<>();

    /// An alert that an incident of this source has as firing.
    public record Known(GroupId group, AlertKey key) {}

    /// @param receiver the name of our receiver at the source
    public Reconciliation(
            SourceName source,
            String receiver,
            Optional<Heartbeat> heartbeat,
            ReconciliationPolicy policy) {
        this.source = source;
        this.heartbeat = heartbeat;
        this.policy = policy;
        this.missing = new ReconciliationMissing(source, receiver);
    }

    /// Somebody else compared meanwhile: polls in a row are counted from the next one on.
    public void forget() {
        absences.clear();
    }

    /// To be called once a minute.
    ///
    /// @param poll just taken
    /// @param known what fires in incidents of this source that are not in the history, read after
    ///   the poll was taken
    /// @param trusted whether a person said that the source is right; asked when that matters
    /// @return what to do, in this order
    public List<Finding> compare(
            Poll poll, Collection<Known> known, BooleanSupplier trusted, Instant now) {
        List<Finding> findings = new ArrayList<>(silent(poll));
        findings.addAll(untold(poll, known, now));
        findings.addAll(gone(poll, known, trusted));
        return List.copyOf(findings);
    }

    /// What a notification left out of its group, however young; to be asked for at once when one
    /// says that it was cut short.
    public List<Finding.Missing> leftOut(
            Poll poll, Notification cutShort, Collection<Known> known) {
        Set<AlertKey> told = keys(known);
        cutShort.alerts().forEach(alert -> told.add(alert.key()));
        return missing.in(poll, a -> !isHeartbeat(a) && !told.contains(a.key())).stream()
                .filter(m -> sameGroup(m.notification(), cutShort))
                .toList();
    }

    private static boolean sameGroup(Notification one, Notification other) {
        return one.receiver().equals(other.receiver())
                && one.groupLabels().equals(other.groupLabels());
    }

    private List<Finding> silent(Poll poll) {
        List<Finding> silent = new ArrayList<>();
        for (Poll.Member member : poll.members()) {
            switch (member) {
                case Poll.Silent(String name, String why) ->
                        silent.add(new Finding.SourceSilent(source, name, why));
                case Poll.Answered _ -> {}
            }
        }
        return silent;
    }

    private List<Finding.Missing> untold(Poll poll, Collection<Known> known, Instant now) {
        Set<AlertKey> firing = keys(known);
        Set<AlertKey> held = held(poll);
        Map<String, List<AlertKey>> episodes =
                firing.stream().collect(Collectors.groupingBy(AlertKey::fingerprint));
        Instant latest = now.minus(policy.minAge());
        return missing.in(
                poll,
                alert ->
                        !isHeartbeat(alert)
                                && !firing.contains(alert.key())
                                && due(alert.key(), episodes, held, latest));
    }

    /// When the source holds another episode of an alert instead of the known one, there is nothing
    /// to wait for: it tells no change of a group in which the same alerts fire. While members
    /// differ in the episode, the known one is good enough.
    private static boolean due(
            AlertKey key,
            Map<String, List<AlertKey>> episodes,
            Set<AlertKey> held,
            Instant latest) {
        List<AlertKey> known = episodes.getOrDefault(key.fingerprint(), List.of());
        return known.isEmpty()
                ? key.startsAt().isBefore(latest)
                : known.stream().noneMatch(held::contains);
    }

    private List<Finding> gone(Poll poll, Collection<Known> known, BooleanSupplier trusted) {
        count(poll, known);
        if (!poll.complete()) {
            return List.of();
        }
        List<Known> gone =
                longUp(poll) ? known.stream().filter(this::longAbsent).toList() : List.of();
        boolean tooMany = tooMany(absent(known), known);
        boolean believed = !tooMany || heartbeatIn(poll) || trusted.getAsBoolean();
        if (tooMany(gone, known) && !believed) {
            return List.of(new Finding.Doubt(source, groups(gone)));
        }
        List<Finding> findings = new ArrayList<>();
        if (believed) {
            findings.add(new Finding.Sure(source));
        }
        findings.addAll(presume(gone));
        return findings;
    }

    /// What this very poll lacks: after a restart of either side it is not counted far enough yet
    /// to be a doubt, and no reason to end one.
    private List<Known> absent(Collection<Known> known) {
        return known.stream().filter(one -> absences.containsKey(one.key())).toList();
    }

    /// An absence counts when every member answered and, if there is a heartbeat, each held it:
    /// otherwise the row is broken, for what was lost upstream may come back late.
    private void count(Poll poll, Collection<Known> known) {
        boolean counts =
                poll.complete() && heartbeat.map(beat -> beat.inEveryReply(poll)).orElse(true);
        Set<AlertKey> held = held(poll);
        Set<AlertKey> firing = keys(known);
        absences.keySet().retainAll(firing);
        for (AlertKey key : firing) {
            if (counts && !held.contains(key)) {
                absences.merge(key, 1, Integer::sum);
            } else {
                absences.remove(key);
            }
        }
    }

    private boolean longUp(Poll poll) {
        return poll.answered().stream().allMatch(m -> m.uptime().compareTo(policy.minUptime()) > 0);
    }

    private boolean longAbsent(Known one) {
        return absences.getOrDefault(one.key(), 0) >= policy.polls();
    }

    private boolean tooMany(List<Known> gone, Collection<Known> known) {
        int open = keys(known).size();
        return open > policy.guardOver() && keys(gone).size() * 2 > open;
    }

    private boolean heartbeatIn(Poll poll) {
        return heartbeat.map(beat -> beat.inEveryReply(poll)).orElse(false);
    }

    private static List<Finding> presume(List<Known> gone) {
        Map<GroupId, Set<AlertKey>> byGroup = new TreeMap<>(Comparator.comparing(GroupId::value));
        gone.forEach(k -> byGroup.computeIfAbsent(k.group(), _ -> new HashSet<>()).add(k.key()));
        List<Finding> findings = new ArrayList<>();
        byGroup.forEach((group, keys) -> findings.add(new Finding.Presume(group, keys)));
        return findings;
    }

    private boolean isHeartbeat(Alert alert) {
        return heartbeat.map(beat -> beat.is(alert)).orElse(false);
    }

    private static Set<AlertKey> held(Poll poll) {
        return poll.answered().stream()
                .flatMap(member -> member.held().stream())
                .map(held -> held.alert().key())
                .collect(Collectors.toSet());
    }

    private static Set<AlertKey> keys(Collection<Known> known) {
        return known.stream().map(Known::key).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<GroupId> groups(List<Known> known) {
        return known.stream().map(Known::group).collect(Collectors.toSet());
    }
}

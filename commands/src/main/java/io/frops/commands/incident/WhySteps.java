package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Times;
import io.frops.core.alert.AlertKey;
import io.frops.core.chat.Text;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Basis;
import io.frops.core.incident.Evolution;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentEvent.AlertsFired;
import io.frops.core.incident.IncidentEvent.AlertsSeen;
import io.frops.core.incident.IncidentEvent.Opened;
import io.frops.core.incident.IncidentEvent.Reopened;
import io.frops.core.incident.IncidentEvent.SeverityChosen;
import io.frops.core.incident.IncidentEvent.SeverityRaised;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import io.frops.core.incident.TrackedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An incident's events as steps that say what each rests on. Walks them once, folding the state
/// beside. Pure.
final class WhySteps {
    private final List<IncidentEvent> events;
    private final Map<String, String> common;
    private final Map<AlertKey, GradedAlert> told = new HashMap<>();
    private final Set<IncidentId> counted = new HashSet<>();
    private final List<WhyStep> steps = new ArrayList<>();
    private @Nullable Incident before;
    private @Nullable IncidentId mergedInto;
    private int repeats;
    private @Nullable Instant repeated;

    private WhySteps(StoredIncident incident) {
        events = incident.events();
        common =
                incident.state().origin() instanceof Origin.Alerting(_, _, var labels)
                        ? labels
                        : Map.of();
    }

    static List<WhyStep> of(StoredIncident incident) {
        WhySteps walk = new WhySteps(incident);
        for (int i = 0; i < walk.events.size(); i++) {
            walk.take(i, incident.firstSeq() == 1);
        }
        walk.endRepeats();
        return walk.steps;
    }

    /// @param whole whether the events begin with the first, so that they can be folded
    private void take(int index, boolean whole) {
        IncidentEvent event = events.get(index);
        if (event instanceof AlertsSeen) {
            repeats++;
            repeated = event.at();
        } else {
            endRepeats();
            Text text = text(event, index);
            if (!text.isEmpty()) {
                steps.add(new WhyStep(event.at(), text));
            }
        }
        mergedInto = EventWords.mergedInto(event, mergedInto);
        if (whole) {
            before = Evolution.evolve(before, event);
        }
    }

    private void endRepeats() {
        if (repeats > 0 && repeated != null) {
            String times = repeats == 1 ? "once" : repeats + " times";
            steps.add(
                    new WhyStep(
                            repeated,
                            Text.of("The source repeated " + times + " what was known already.")));
        }
        repeats = 0;
    }

    private Text text(IncidentEvent event, int index) {
        return switch (event) {
            case Opened opened -> WhyOpening.of(opened, first(index));
            case AlertsFired(_, var alerts) -> {
                alerts.forEach(a -> told.put(a.alert().key(), a));
                yield opens(index) ? Text.EMPTY : fired(alerts, index);
            }
            case SeverityRaised raised -> raised(raised);
            case SeverityChosen _ ->
                    EventWords.of(event)
                            .plain(
                                    " A person's choice holds until an alert is worse than any before.");
            case Reopened(var at, _, _) -> EventWords.of(event).then(sinceEnd(at));
            case IncidentEvent.DuplicateChanged(_, var duplicate) ->
                    counted.add(duplicate.id())
                            ? Text.of(duplicate.id() + " was merged into this one: ")
                                    .plain(
                                            Counts.fire(duplicate.firing())
                                                    + " there, and counts here.")
                            : EventWords.of(event);
            case IncidentEvent.StepReached(_, var level) ->
                    Text.of("Nobody had acknowledged: the turn of level " + level + " came.");
            case IncidentEvent.SeverityInherited _ ->
                    EventWords.of(event).plain(" A target is as severe as the worst it counts.");
            case IncidentEvent.Warned(_, var badge) when badge.kind() == Badge.Kind.UNGROUPED ->
                    EventWords.of(event).plain(" The service is therefore part of its identity.");
            case IncidentEvent _ -> EventWords.of(event, mergedInto);
        };
    }

    private List<GradedAlert> first(int index) {
        return index + 1 < events.size() && events.get(index + 1) instanceof AlertsFired(_, var all)
                ? all
                : List.of();
    }

    private boolean opens(int index) {
        return index > 0 && events.get(index - 1) instanceof Opened;
    }

    private Text fired(List<GradedAlert> alerts, int index) {
        if (alerts.isEmpty()) {
            return Text.EMPTY;
        }
        List<Map<String, String>> labels = alerts.stream().map(a -> a.alert().labels()).toList();
        return Text.of(
                        Counts.of(alerts.size(), "alert")
                                + (alerts.size() == 1 ? " fires: " : " fire: "))
                .then(WhyAlerts.named(labels, common))
                .plain(".")
                .then(revoked(alerts))
                .then(doubted(alerts, index))
                .then(kept(alerts, index));
    }

    private Text revoked(List<GradedAlert> alerts) {
        int gone = known(alerts, TrackedAlert.Status.PRESUMED_GONE);
        return gone == 0
                ? Text.EMPTY
                : Text.of(" " + Counts.of(gone, "alert"))
                        .plain(" had been presumed gone: this revokes it.");
    }

    private Text doubted(List<GradedAlert> alerts, int index) {
        int doubted = known(alerts, TrackedAlert.Status.RESOLVED);
        if (doubted == 0) {
            return Text.EMPTY;
        }
        Text text =
                Text.of(" " + Counts.of(doubted, "alert"))
                        .plain(" had been resolved by the source's own word, so it was held until")
                        .plain(" the source was asked");
        return text.plain(
                unasked(index)
                        ? "; it could not be asked, so the alert was believed."
                        : ": it is active there.");
    }

    private boolean unasked(int index) {
        Instant at = events.get(index).at();
        return events.subList(index, events.size()).stream()
                .takeWhile(e -> e.at().equals(at))
                .anyMatch(e ->
                        e instanceof IncidentEvent.Warned(_, var badge)
                                && badge.kind() == Badge.Kind.DOUBTFUL);
    }

    private int known(List<GradedAlert> alerts, TrackedAlert.Status status) {
        Incident state = before;
        return state == null
                ? 0
                : (int)
                        alerts.stream()
                                .map(a -> state.alerts().get(a.alert().key()))
                                .filter(a -> a != null && a.status() == status)
                                .count();
    }

    /// Why worse alerts did not raise the severity.
    private Text kept(List<GradedAlert> alerts, int index) {
        GradedAlert worst = WhyAlerts.worst(alerts);
        boolean raises =
                index + 1 < events.size() && events.get(index + 1) instanceof SeverityRaised;
        boolean held =
                before != null
                        && worst != null
                        && !raises
                        && worst.severity().worseThan(before.severity())
                        && before.grade().basis() == Basis.PERSON;
        return held && worst != null
                ? Text.of(" At " + worst.severity() + " it is worse than the person's choice, but")
                        .plain(" not worse than any before: the choice stands.")
                : Text.EMPTY;
    }

    private Text raised(SeverityRaised raised) {
        GradedAlert cause = told.get(raised.cause());
        String from = before == null ? "" : " from " + before.severity();
        Text text =
                Text.of("Severity raised" + from + " to " + raised.to() + " by ")
                        .plain(WhyAlerts.because(raised.basis(), cause));
        return cause == null
                ? text.plain(".")
                : text.plain(" of ")
                        .code(WhyAlerts.name(cause.alert().labels(), common))
                        .plain(": a group is as severe as the worst that fires.");
    }

    private Text sinceEnd(Instant at) {
        return before != null && before.phase() instanceof Phase.Resolved(_, var end, _)
                ? Text.of(" It was " + Times.words(Duration.between(end, at)) + " after its end.")
                : Text.EMPTY;
    }
}

package io.frops.core.incident;

import static io.frops.core.incident.Make.ANA;
import static io.frops.core.incident.Make.MAIN;
import static io.frops.core.incident.Make.T0;
import static io.frops.core.incident.Make.at;

import io.frops.core.access.Actor;
import io.frops.core.access.CommandId;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// One of everything that can be stored, in its oddest form.
public final class Samples {
    private static final Actor BOT = Actor.bot();
    private static final Actor HUMAN = Actor.of(ANA);

    /// Times as sources give them: to the nanosecond, and Go's zero time.
    private static final Instant EXACT = Instant.parse("2026-03-10T08:59:59.123456789Z");

    private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    /// Names that some database gives a meaning, or cannot hold as they are.
    public static final Map<String, String> ODD =
            Map.of(
                    "a.b.c", "dots in the name",
                    "$where", "$ne",
                    "", "no name",
                    "nul\0inside", "nul\0inside",
                    "%2E%25", "100 %",
                    "_id", "",
                    "größe 🦄", "日本語 \u202Eright to left",
                    "<!channel>", "line\nbreak\ttab \"quote\" \\ </b>",
                    " ", "\uFFFF");

    private Samples() {}

    public static Alert oddAlert() {
        return new Alert(new AlertKey("fp@odd.$", EXACT), ODD, ODD, null, "");
    }

    public static Alert bareAlert() {
        return new Alert(new AlertKey("bare", ZERO), Map.of(), Map.of(), ZERO, "http://graph");
    }

    /// At least one of each type.
    public static List<IncidentEvent> events() {
        AlertKey key = oddAlert().key();
        GradedAlert odd = new GradedAlert(oddAlert(), Severity.SEV1, Basis.RULE, "größe.$");
        GradedAlert bare = new GradedAlert(bareAlert(), Severity.SEV4, Basis.UNMAPPED, "");
        return List.of(
                Make.opened(7, Make.group("odd")),
                new IncidentEvent.AlertsFired(EXACT, List.of(odd, Make.graded(Make.alert("f1")))),
                new IncidentEvent.AlertsFired(at(1), List.of()),
                new IncidentEvent.AlertsResolved(
                        at(2),
                        List.of(
                                new ClearedAlert(key, EXACT, null),
                                new ClearedAlert(bare.alert().key(), ZERO, bare))),
                new IncidentEvent.AlertsPresumedGone(at(3), Set.of(key, bare.alert().key())),
                new IncidentEvent.AlertsSeen(at(4)),
                new IncidentEvent.SeverityRaised(at(5), Severity.SEV1, Basis.SEV_LABEL, key),
                new IncidentEvent.SeverityChosen(at(6), Severity.SEV3, HUMAN),
                new IncidentEvent.Acknowledged(at(7), HUMAN),
                new IncidentEvent.Escalated(at(8), 2, HUMAN, "nobody answers: \"$set\""),
                new IncidentEvent.TargetMissed(at(9)),
                new IncidentEvent.Mitigated(at(10), BOT),
                new IncidentEvent.Relapsed(at(11)),
                new IncidentEvent.Resolved(at(12), HUMAN, Set.of(key)),
                new IncidentEvent.Reopened(at(13), BOT, IncidentEvent.Reopened.Cause.STILL_FIRING),
                new IncidentEvent.NoteAdded(at(14), HUMAN, "*bold* 🦄 \0 <@U1>\n"),
                new IncidentEvent.Silenced(at(15), silence(false), "pod=\"a.b\""),
                new IncidentEvent.SilenceEnded(at(16), MAIN, "5b1f", BOT),
                new IncidentEvent.MergedInto(at(17), new IncidentId(3), HUMAN),
                new IncidentEvent.DuplicateChanged(
                        at(18), new Duplicate(new IncidentId(8), 12, 345, Severity.SEV1)),
                new IncidentEvent.DuplicateChanged(
                        at(18), new Duplicate(new IncidentId(9), 1, 0, null)),
                new IncidentEvent.SeverityInherited(at(18), Severity.SEV1, new IncidentId(8)),
                new IncidentEvent.StepReached(at(18), 2),
                new IncidentEvent.Warned(at(19), new Badge(Badge.Kind.TRUNCATED, "17 left out")),
                new IncidentEvent.WarningLifted(at(20), Badge.Kind.DOUBTFUL, HUMAN));
    }

    /// Every phase, origin, badge and actor, each in some incident; numbers from 1, groups of their
    /// own.
    public static Stream<StoredIncident> incidents() {
        List<Incident> states =
                List.of(
                        state(1, declared(), new Phase.Open()),
                        state(2, alerting(), new Phase.Acknowledged(ack())),
                        state(3, new Origin.Heartbeat(MAIN), new Phase.Mitigated(EXACT, null)),
                        state(4, alerting(), new Phase.Mitigated(EXACT, ack())),
                        state(5, alerting(), new Phase.Merged(new IncidentId(2), HUMAN, at(30))),
                        state(
                                6,
                                alerting(),
                                new Phase.Resolved(HUMAN, EXACT, Set.of(oddAlert().key()))),
                        Make.incident(7, Make.group("plain")).state());
        return states.stream()
                .map(s ->
                        new StoredIncident(
                                1,
                                s,
                                1,
                                events(),
                                Map.of(new CommandId("v0:$a.b"), EXACT, new CommandId("c2"), T0),
                                s.id().number() % 2 == 0,
                                s.id().number() % 4 == 0,
                                s.resolved() ? null : at(60)));
    }

    private static Incident state(int number, Origin origin, Phase phase) {
        return new Incident(
                new IncidentId(number),
                new GroupId("declared/v0:a.b$" + number),
                origin,
                new Subject("größe.$", "", ZERO, EXACT),
                phase,
                new Grade(Severity.SEV3, Basis.PERSON, Severity.SEV1, HUMAN, EXACT),
                new Ladder(3, EXACT, BOT, at(40), true, 2),
                alerts(),
                List.of(silence(true), silence(false)),
                Map.of(new IncidentId(99), new Duplicate(new IncidentId(99), 5, 2, Severity.SEV2)),
                badges(),
                EXACT,
                at(50));
    }

    private static Alerts alerts() {
        GradedAlert odd = new GradedAlert(oddAlert(), Severity.SEV1, Basis.RULE, "größe.$");
        GradedAlert bare = new GradedAlert(bareAlert(), Severity.SEV4, Basis.UNMAPPED, "");
        return Alerts.of(
                List.of(
                        TrackedAlert.firing(odd),
                        TrackedAlert.from(bare, TrackedAlert.Status.RESOLVED, ZERO),
                        TrackedAlert.from(
                                Make.graded(Make.alert("f9")),
                                TrackedAlert.Status.PRESUMED_GONE,
                                EXACT)));
    }

    static Badge badge() {
        return new Badge(Badge.Kind.UNROUTED, "a.b$");
    }

    private static Set<Badge> badges() {
        return Stream.of(Badge.Kind.values())
                .map(kind -> new Badge(kind, "because of " + kind + " 🦄"))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Origin declared() {
        return new Origin.Declared(ANA);
    }

    private static Origin alerting() {
        return new Origin.Alerting(MAIN, "", ODD);
    }

    private static Phase.Ack ack() {
        return new Phase.Ack(HUMAN, EXACT);
    }

    private static Silence silence(boolean ended) {
        return new Silence(MAIN, "5b1f", HUMAN, EXACT, "deploy; $(reboot)", ended);
    }
}

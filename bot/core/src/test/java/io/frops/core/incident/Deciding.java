package io.frops.core.incident;

import static io.frops.core.incident.Make.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.Alert;
import io.frops.core.alert.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the tests of decisions share: a group with two alerts, and what comes of a change.
abstract class Deciding {
    static final GroupId GROUP = Make.group("HighErrorRate");
    static final Alert A = Make.alert("a");
    static final Alert B = Make.alert("b");

    final IncidentDecider decider = new IncidentDecider(IncidentRules.defaults());

    Incident opened(GradedAlert... alerts) {
        return Evolution.replay(
                decider.open(
                        new IncidentId(1),
                        GROUP,
                        new Origin.Alerting(Make.MAIN, "frops", Map.of()),
                        "5xx above 5%",
                        report(alerts),
                        T0));
    }

    static Change.Report report(GradedAlert... alerts) {
        return new Change.Report(List.of(alerts), Map.of(), List.of(), false);
    }

    static GradedAlert firing(Alert alert, Severity severity) {
        return Make.graded(alert, severity);
    }

    static GradedAlert cleared(Alert alert, Instant when) {
        return Make.graded(Make.resolved(alert, when));
    }

    Incident after(Incident state, Change change, Instant now) {
        return switch (decider.decide(state, change, now)) {
            case Decision.Accepted(var events) -> {
                Incident next = state;
                for (IncidentEvent event : events) {
                    next = Evolution.evolve(next, event);
                }
                yield next;
            }
            case Decision.Nothing _ -> state;
            case Decision.Refused(var why) -> throw new AssertionError("refused: " + why);
            case Decision.AskFirst(var firing) -> throw new AssertionError("asks first: " + firing);
            case Decision.Doubtful(var keys) -> throw new AssertionError("in doubt: " + keys);
        };
    }

    Refusal refusal(Incident state, Change change, Instant now) {
        assertThat(decider.decide(state, change, now)).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decider.decide(state, change, now)).why();
    }

    static Change.Tick tick() {
        return new Change.Tick(true, Instant.EPOCH);
    }
}

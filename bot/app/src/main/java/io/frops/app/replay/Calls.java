package io.frops.app.replay;

import io.frops.core.access.PersonId;
import io.frops.core.incident.EscalationPolicy;
import io.frops.core.incident.Evolution;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.oncall.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who would be called when: computed from the ladder and from when it was taken, since nothing is
/// sent yet.
final class Calls {
    private final Setup setup;
    private final Instant until;
    private final List<Call> calls = new ArrayList<>();
    private Instant since = Instant.MIN;
    private Set<Integer> called = new HashSet<>();

    /// One person called once.
    record Call(PersonId person, String name, int level, Instant at) {}

    private Calls(Setup setup, Instant until) {
        this.setup = setup;
        this.until = until;
    }

    static List<Call> of(Course course, Setup setup, Instant until) {
        Calls all = new Calls(setup, until);
        Incident state = null;
        List<IncidentEvent> events = course.events();
        for (int i = 0; i < events.size(); i++) {
            IncidentEvent event = events.get(i);
            state = Evolution.evolve(state, event);
            if (event instanceof IncidentEvent.Escalated(var at, var level, _, _)) {
                all.call(level, at);
            }
            Instant next = i + 1 < events.size() ? events.get(i + 1).at() : until;
            all.between(state, event.at(), next);
        }
        all.calls.sort(Comparator.comparing(Call::at).thenComparing(c -> c.person().value()));
        return List.copyOf(all.calls);
    }

    /// The pages of a state that lasts from `from` to before `to`; those whose time had passed when
    /// it began are called at once.
    private void between(Incident state, Instant from, Instant to) {
        if (!state.ladder().since().equals(since)) {
            since = state.ladder().since();
            called = new HashSet<>();
        }
        for (EscalationPolicy.Page page : setup.rules().escalation().pages(state)) {
            Instant at = page.at().isBefore(from) ? from : page.at();
            if (at.isBefore(to)) {
                call(page.level(), at);
            }
        }
    }

    private void call(int level, Instant at) {
        if (at.isAfter(until) || !called.add(level)) {
            return;
        }
        for (Person person : setup.people().atLevel(level)) {
            calls.add(new Call(person.id(), person.name(), level, at));
        }
    }
}

package io.frops.commands.health;

import io.frops.core.platform.Health;
import io.frops.core.platform.Health.Probe;
import io.frops.core.platform.Health.Unanswered;
import io.frops.core.platform.Health.Workload;
import io.frops.core.platform.Service;
import java.util.List;

/// A service with everything that was found out about it.
record Checked(Service service, List<Health> evidence) {
    Checked {
        evidence = List.copyOf(evidence);
    }

    /// What the evidence comes to.
    enum State {
        UNHEALTHY,
        /// Nothing is wrong as far as is known, but not everything could be seen.
        UNKNOWN,
        HEALTHY;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    State state() {
        if (evidence.stream().anyMatch(Checked::bad)) {
            return State.UNHEALTHY;
        }
        boolean gaps = evidence.stream().anyMatch(Unanswered.class::isInstance);
        return evidence.isEmpty() || gaps ? State.UNKNOWN : State.HEALTHY;
    }

    String name() {
        return service.name().value();
    }

    private static boolean bad(Health health) {
        return switch (health) {
            case Probe probe -> !probe.healthy();
            case Workload(_, _, var wanted, var ready, var why, _) ->
                    ready < wanted || !why.isEmpty();
            case Unanswered _ -> false;
        };
    }
}

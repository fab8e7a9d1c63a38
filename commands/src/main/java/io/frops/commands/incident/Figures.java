package io.frops.commands.incident;

import io.frops.core.access.Actor;
import io.frops.core.incident.IncidentEvent.Acknowledged;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long things took, computed from the events: from the first durable event to the first
/// acknowledgement by a person, and to the end.
///
/// @param toAcknowledge absent when nobody has, or when the event is no longer at hand
/// @param toResolve absent while it is not resolved
record Figures(Optional<Duration> toAcknowledge, Optional<Duration> toResolve) {
    static Figures of(StoredIncident incident) {
        Instant opened = incident.state().subject().openedAt();
        Optional<Duration> taken =
                incident.firstSeq() > 1
                        ? Optional.empty()
                        : incident.events().stream()
                                .filter(e ->
                                        e instanceof Acknowledged(_, var by)
                                                && by instanceof Actor.Human)
                                .findFirst()
                                .map(e -> Duration.between(opened, e.at()));
        Optional<Duration> over =
                incident.state().phase() instanceof Phase.Resolved(_, var at, _)
                        ? Optional.of(Duration.between(opened, at))
                        : Optional.empty();
        return new Figures(taken, over);
    }
}

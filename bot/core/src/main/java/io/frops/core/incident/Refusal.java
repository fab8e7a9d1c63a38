package io.frops.core.incident;

import io.frops.core.access.Actor;
import java.time.Instant;

/// Why a change was not made. Harmless: the state is as it was, and the person is told who was
/// first or what stands in the way.
public sealed interface Refusal {
    record AlreadyAcknowledged(Actor by, Instant at) implements Refusal {}

    record AlreadyResolved(Actor by, Instant at) implements Refusal {}

    record AlreadyMitigated(Instant at) implements Refusal {}

    record NotResolved(String phase) implements Refusal {}

    /// The level is not the one that the person saw.
    record LevelIsNow(int level, Actor by, Instant at) implements Refusal {}

    record AtTopLevel(int level) implements Refusal {}

    /// The severity is not the one that the person saw.
    record SeverityIsNow(Severity severity, Actor by, Instant at) implements Refusal {}

    record AlreadyMerged(IncidentId target, Actor by, Instant at) implements Refusal {}

    /// Merging goes from newer into older only.
    record OnlyIntoOlder(IncidentId target) implements Refusal {}

    /// A person says so only of an incident without firing alerts.
    record StillFiring(int firing) implements Refusal {}
}

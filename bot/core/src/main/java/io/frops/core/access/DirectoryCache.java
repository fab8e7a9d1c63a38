package io.frops.core.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What the chat last answered about people and groups, so that a hung chat stops nobody who was
/// known a moment ago. Whoever reads judges the age; an implementation may forget anything older
/// than 24 h.
public interface DirectoryCache {
    /// An answer and when it was given.
    record Dated<T>(T answer, Instant at) {}

    Optional<Dated<Membership>> person(PersonId id);

    void keep(PersonId id, Dated<Membership> membership);

    Optional<Dated<Set<PersonId>>> group(GroupId id);

    void keep(GroupId id, Dated<Set<PersonId>> members);
}

package io.frops.core.memory;

import io.frops.core.access.DirectoryCache;
import io.frops.core.access.GroupId;
import io.frops.core.access.Membership;
import io.frops.core.access.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Answers kept in this process; a restart forgets them. Grows by one entry a person who ever spoke
/// to the bot.
public final class MemoryDirectoryCache implements DirectoryCache {
    private final Map<PersonId, Dated<Membership>> people = new ConcurrentHashMap<>();
    private final Map<GroupId, Dated<Set<PersonId>>> groups = new ConcurrentHashMap<>();

    @Override
    public Optional<Dated<Membership>> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public void keep(PersonId id, Dated<Membership> membership) {
        people.put(id, membership);
    }

    @Override
    public Optional<Dated<Set<PersonId>>> group(GroupId id) {
        return Optional.ofNullable(groups.get(id));
    }

    @Override
    public void keep(GroupId id, Dated<Set<PersonId>> members) {
        groups.put(id, new Dated<>(Set.copyOf(members.answer()), members.at()));
    }
}

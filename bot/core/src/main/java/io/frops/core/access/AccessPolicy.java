package io.frops.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who has which role: people by id, and everybody in a user group. Nobody else has any: default
/// deny.
///
/// @param people role by person; named people need no look-up, so that a hung chat stops nobody on
///   the list
/// @param groups role by user group
public record AccessPolicy(Map<PersonId, Role> people, Map<GroupId, Role> groups) {
    public AccessPolicy {
        people = Map.copyOf(people);
        groups = Map.copyOf(groups);
        if (!people.containsValue(Role.ADMIN)) {
            throw new IllegalArgumentException(
                    "access.admins names nobody: add your own Slack member id, so that someone may grant");
        }
    }

    public Optional<Role> named(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }

    /// The best role of the groups a person is in.
    public Optional<Role> through(Set<GroupId> memberships) {
        return memberships.stream().map(groups::get).filter(r -> r != null).max(Role::compareTo);
    }

    public List<PersonId> admins() {
        return withRole(Role.ADMIN);
    }

    /// The people named for exactly this role, in the order of their ids.
    public List<PersonId> withRole(Role role) {
        return people.entrySet().stream()
                .filter(e -> e.getValue() == role)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}

package io.frops.integrations.slack;

import io.frops.core.access.AccessPolicy;
import io.frops.core.access.DirectoryCache;
import io.frops.core.access.GroupId;
import io.frops.core.access.Membership;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import io.frops.core.access.Standing;
import io.frops.core.access.Standings;
import io.frops.integrations.slack.Recall.Found;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Roles by the policy's names, and by Slack's user groups. A person named by id needs no look-up,
/// so that a hung Slack stops nobody on the list; others are known by an answer of at most a day.
final class SlackStandings implements Standings {
    /// A click is answered within 1.5 s: the look-ups, which run side by side, get a part of it.
    static final Duration PATIENCE = Duration.ofMillis(800);

    private final AccessPolicy policy;
    private final InstantSource clock;
    private final Duration patience;
    private final Recall<PersonId, Membership> people;
    private final Recall<GroupId, Set<PersonId>> groups;

    SlackStandings(
            AccessPolicy policy,
            SlackDirectory directory,
            DirectoryCache cache,
            InstantSource clock,
            Duration patience) {
        this.policy = policy;
        this.clock = clock;
        this.patience = patience;
        this.people = new Recall<>(cache::person, cache::keep, directory::person, clock);
        this.groups = new Recall<>(cache::group, cache::keep, directory::group, clock);
    }

    @Override
    public Standing of(PersonId person) {
        Optional<Role> named = policy.named(person);
        return named.map(role -> named(person, role)).orElseGet(() -> lookedUp(person));
    }

    @Override
    public AccessPolicy policy() {
        return policy;
    }

    /// Somebody on a list waits for nothing; yet a guest or stranger who got onto one is denied as
    /// soon as Slack has said so.
    private Standing named(PersonId person, Role role) {
        return switch (people.begin(person).await(Duration.ZERO)) {
            case Found.Known<Membership>(Membership.Stranger(String name, String why)) ->
                    new Standing.Outsider(name, why);
            case Found.Known<Membership>(Membership.Member _), Found.Nothing<Membership> _ ->
                    new Standing.Known(person, role);
        };
    }

    private Standing lookedUp(PersonId person) {
        var membership = people.begin(person);
        Map<GroupId, Recall<GroupId, Set<PersonId>>.Pending> asked = new HashMap<>();
        policy.groups().keySet().forEach(id -> asked.put(id, groups.begin(id)));
        Patience patience = new Patience();
        return switch (membership.await(patience.left())) {
            case Found.Nothing<Membership>(String why) -> new Standing.Unsure(person, why);
            case Found.Known<Membership>(Membership.Stranger(String name, String why)) ->
                    new Standing.Outsider(name, why);
            case Found.Known<Membership>(Membership.Member _) -> member(person, asked, patience);
        };
    }

    private Standing member(
            PersonId person,
            Map<GroupId, Recall<GroupId, Set<PersonId>>.Pending> asked,
            Patience patience) {
        Set<GroupId> memberships = new HashSet<>();
        Optional<String> unread = Optional.empty();
        for (var entry : asked.entrySet()) {
            switch (entry.getValue().await(patience.left())) {
                case Found.Nothing<Set<PersonId>>(String why) -> unread = Optional.of(why);
                case Found.Known<Set<PersonId>>(Set<PersonId> members) -> {
                    if (members.contains(person)) {
                        memberships.add(entry.getKey());
                    }
                }
            }
        }
        Optional<Role> role = policy.through(memberships);
        if (role.isPresent()) {
            return new Standing.Known(person, role.get());
        }
        return unread.<Standing>map(why -> new Standing.Unsure(person, why))
                .orElseGet(() -> new Standing.Unlisted(person));
    }

    /// One patience for all look-ups of one question.
    private final class Patience {
        private final java.time.Instant end = clock.instant().plus(patience);

        Duration left() {
            Duration left = Duration.between(clock.instant(), end);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}

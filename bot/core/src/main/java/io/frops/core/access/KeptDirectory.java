package io.frops.core.access;

import io.frops.core.failure.IntegrationException;
import io.frops.core.store.Bounded;
import io.frops.core.store.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The chat's answers about people and groups, kept for a day in the key store under `person/<id>`
/// and `usergroup/<id>`, so that they outlive a restart. A store that fails costs a question to the
/// chat, never an answer to a person.
public final class KeptDirectory implements DirectoryCache {
    private static final Logger LOG = LoggerFactory.getLogger(KeptDirectory.class);
    private static final Duration KEPT = Duration.ofHours(24);

    /// More people than use a bot within a day. What is forgotten is read from the store.
    private static final int MOST = 1000;

    private static final String AT = "at";
    private static final String NAME = "name";
    private static final String WHY = "why";
    private static final String MEMBERS = "members";

    private final KeyStore keys;
    private final Map<PersonId, Dated<Membership>> people = Bounded.map(MOST);
    private final Map<GroupId, Dated<Set<PersonId>>> groups = Bounded.map(MOST);

    public KeptDirectory(KeyStore keys) {
        this.keys = keys;
    }

    @Override
    public Optional<Dated<Membership>> person(PersonId id) {
        Dated<Membership> known = people.get(id);
        return known != null ? Optional.of(known) : read("person/" + id, KeptDirectory::membership);
    }

    @Override
    public void keep(PersonId id, Dated<Membership> membership) {
        people.put(id, membership);
        Map<String, String> fields = new HashMap<>();
        switch (membership.answer()) {
            case Membership.Member _ -> {}
            case Membership.Stranger(var name, var why) -> {
                fields.put(NAME, name);
                fields.put(WHY, why);
            }
        }
        write("person/" + id, fields, membership.at());
    }

    @Override
    public Optional<Dated<Set<PersonId>>> group(GroupId id) {
        Dated<Set<PersonId>> known = groups.get(id);
        return known != null ? Optional.of(known) : read("usergroup/" + id, KeptDirectory::members);
    }

    @Override
    public void keep(GroupId id, Dated<Set<PersonId>> members) {
        groups.put(id, new Dated<>(Set.copyOf(members.answer()), members.at()));
        String list =
                members.answer().stream()
                        .map(PersonId::value)
                        .sorted()
                        .collect(Collectors.joining(","));
        write("usergroup/" + id, Map.of(MEMBERS, list), members.at());
    }

    private static Membership membership(Map<String, String> fields) {
        String why = fields.get(WHY);
        return why == null
                ? new Membership.Member()
                : new Membership.Stranger(fields.getOrDefault(NAME, ""), why);
    }

    private static Set<PersonId> members(Map<String, String> fields) {
        return Arrays.stream(fields.getOrDefault(MEMBERS, "").split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> Optional<Dated<T>> read(String key, Function<Map<String, String>, T> reader) {
        try {
            return keys.get(key)
                    .filter(e -> e.fields().containsKey(AT))
                    .map(e ->
                            new Dated<>(
                                    reader.apply(e.fields()),
                                    Instant.parse(e.fields().getOrDefault(AT, ""))));
        } catch (IntegrationException e) {
            return Optional.empty();
        }
    }

    private void write(String key, Map<String, String> fields, Instant at) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(AT, at.toString());
        try {
            long expected = keys.get(key).map(KeyStore.Entry::version).orElse(KeyStore.ABSENT);
            if (!keys.put(key, expected, all, at.plus(KEPT))) {
                LOG.debug("{} was written by another one at the same time", key);
            }
        } catch (IntegrationException e) {
            LOG.warn("What the chat said of {} is not kept: {}", key, e.safeMessage());
        }
    }
}

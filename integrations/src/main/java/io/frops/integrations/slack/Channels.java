package io.frops.integrations.slack;

import io.frops.core.chat.ChannelId;
import io.frops.core.failure.IntegrationException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/// Channel names to ids, kept for ten minutes. A name that is missing is looked for again after
/// half a minute, since people make channels and then say so.
final class Channels {
    private static final Pattern ID = Pattern.compile("[CGD][A-Z0-9]{2,}");
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(30);

    private final SlackCalls calls;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Map<String, ChannelId> names = Map.of();
    private Instant read = Instant.MIN;

    Channels(SlackCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    Optional<ChannelId> named(String nameOrId) {
        String name = nameOrId.strip();
        if (ID.matcher(name).matches()) {
            return Optional.of(new ChannelId(name));
        }
        return find(name.startsWith("#") ? name.substring(1) : name);
    }

    private Optional<ChannelId> find(String name) {
        lock.lock();
        try {
            Optional<ChannelId> known = Optional.ofNullable(names.get(name));
            Duration enough = known.isPresent() ? FRESH : BETWEEN_SEARCHES;
            if (read.equals(Instant.MIN) || clock.instant().isAfter(read.plus(enough))) {
                return refreshed(name, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /// What was known stays good while Slack cannot be asked.
    private Optional<ChannelId> refreshed(String name, Optional<ChannelId> known) {
        try {
            names = list();
            read = clock.instant();
            return Optional.ofNullable(names.get(name));
        } catch (IntegrationException e) {
            if (known.isPresent()) {
                return known;
            }
            throw e;
        }
    }

    private Map<String, ChannelId> list() {
        Map<String, ChannelId> found = new HashMap<>();
        Map<String, String> arguments =
                Map.of(
                        "types", "public_channel,private_channel",
                        "exclude_archived", "true",
                        "limit", "1000");
        Pages.walk(
                calls,
                "conversations.list",
                arguments,
                page -> {
                    page.path("channels")
                            .forEach(c ->
                                    found.put(
                                            c.path("name").asText(),
                                            new ChannelId(c.path("id").asText())));
                    return true;
                });
        return Map.copyOf(found);
    }
}

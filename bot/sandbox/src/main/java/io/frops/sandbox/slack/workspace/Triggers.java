package io.frops.sandbox.slack.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Trigger ids: each opens one modal, once, within a few seconds.
public final class Triggers {
    private final InstantSource clock;
    private final Duration life;
    private final Supplier<String> random;
    private final Map<String, Trigger> given = new ConcurrentHashMap<>();

    private record Trigger(String person, Instant ends, boolean used) {}

    /// @param life how long an id is good for; Slack gives 3 s
    public Triggers(InstantSource clock, Duration life, Supplier<String> random) {
        this.clock = clock;
        this.life = life;
        this.random = random;
    }

    public String give(String person) {
        Instant now = clock.instant();
        given.values().removeIf(t -> t.ends().plus(Duration.ofMinutes(10)).isBefore(now));
        String id = now.toEpochMilli() + "." + random.get();
        given.put(id, new Trigger(person, now.plus(life), false));
        return id;
    }

    /// Whom the id belongs to. It cannot be used again, whether or not the modal then turns out
    /// valid.
    public String use(String id) {
        Trigger[] before = new Trigger[1];
        given.computeIfPresent(
                id,
                (_, trigger) -> {
                    before[0] = trigger;
                    return new Trigger(trigger.person(), trigger.ends(), true);
                });
        Trigger trigger = before[0];
        if (trigger == null) {
            throw new Refusal("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new Refusal("exchanged_trigger_id");
        }
        if (!clock.instant().isBefore(trigger.ends())) {
            throw new Refusal("expired_trigger_id");
        }
        return trigger.person();
    }
}

package io.frops.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.failure.IntegrationException;
import io.frops.core.memory.MemoryKeys;
import io.frops.core.testing.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedLeaseTest {
    private final Flaky keys = new Flaky();
    private final AtomicLong nanos = new AtomicLong();

    /// A rival's clock began elsewhere, and says something else.
    private final AtomicLong otherNanos = new AtomicLong(-987_654_321);

    private final Lease one = lease("one", nanos);
    private final Lease two = lease("two", otherNanos);

    private Lease lease(String name, AtomicLong clock) {
        return Lease.shared(keys, "lease/x", new Lease.Member("id-" + name, name), clock::get);
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        otherNanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void the_first_to_look_has_it_and_the_other_knows_who() {
        one.beat();
        two.beat();
        assertThat(one.status()).isEqualTo(new Lease.Status(true, Optional.of("one"), 1));
        assertThat(two.status()).isEqualTo(new Lease.Status(false, Optional.of("one"), 0));
        assertThat(two.tenure()).isZero();
    }

    @Test
    void a_holder_that_beats_keeps_it_for_as_long_as_it_likes() {
        for (int second = 0; second < 60; second++) {
            one.beat();
            two.beat();
            assertThat(one.tenure()).isEqualTo(1);
            assertThat(two.tenure()).isZero();
            pass(1);
        }
        assertThat(keys.writes).as("one beat each 3 s").isBetween(20, 21);
    }

    @Test
    void a_released_one_is_taken_at_the_next_look() {
        one.beat();
        two.beat();
        one.release();
        assertThat(one.tenure()).isZero();
        two.beat();
        assertThat(two.tenure()).isPositive();
        one.beat();
        assertThat(one.tenure()).as("it is not taken again").isZero();
    }

    @Test
    void one_who_resigned_stops_at_once_and_the_other_waits_for_the_release() {
        one.beat();
        one.resign();
        two.beat();
        assertThat(one.tenure()).isZero();
        assertThat(two.tenure()).isZero();
    }

    @Test
    void after_a_kill_it_is_taken_when_the_version_stood_still_for_ten_seconds() {
        one.beat();
        two.beat();
        pass(9);
        two.beat();
        assertThat(two.tenure()).isZero();
        pass(1);
        two.beat();
        assertThat(two.tenure()).isPositive();
    }

    @Test
    void whoever_looks_for_the_first_time_waits_the_whole_term() {
        one.beat();
        pass(60);
        two.beat();
        assertThat(two.tenure()).as("the last beat may have been just now").isZero();
    }

    @Test
    void a_holder_that_could_not_beat_has_stopped_before_the_other_begins() {
        one.beat();
        two.beat();
        keys.down = true;
        for (int second = 1; second <= 8; second++) {
            pass(1);
            if (second >= 3) {
                assertThatThrownBy(one::beat).isInstanceOf(IntegrationException.class);
            }
        }
        assertThat(one.tenure()).isZero();
        keys.down = false;
        two.beat();
        assertThat(two.tenure()).isZero();
    }

    @Test
    void a_paused_holder_that_goes_on_stands_back_and_its_next_tenure_is_another_one() {
        one.beat();
        two.beat();
        long first = one.tenure();
        pass(10);
        two.beat();
        assertThat(one.tenure()).isZero();
        one.beat();
        assertThat(one.status().holder()).contains("two");
        two.release();
        one.beat();
        one.beat();
        assertThat(one.tenure()).isGreaterThan(first);
        assertThat(one.status().taken()).isEqualTo(2);
    }

    @Test
    void a_store_that_was_away_for_long_is_no_hand_over_when_nobody_else_came() {
        one.beat();
        pass(30);
        assertThat(one.tenure()).isZero();
        one.beat();
        assertThat(one.tenure()).isEqualTo(1);
    }

    @Test
    void a_beat_that_arrived_without_our_learning_of_it_is_still_ours() {
        one.beat();
        two.beat();
        pass(3);
        keys.unknown = true;
        assertThatThrownBy(one::beat).isInstanceOf(IntegrationException.class);
        keys.unknown = false;
        one.beat();
        one.beat();
        assertThat(one.tenure()).isEqualTo(1);
        pass(7);
        assertThat(one.tenure()).as("it was renewed").isEqualTo(1);
    }

    @Test
    void a_taking_that_arrived_without_our_learning_of_it_is_ours_at_the_next_look() {
        keys.unknown = true;
        assertThatThrownBy(one::beat).isInstanceOf(IntegrationException.class);
        assertThat(one.tenure()).isZero();
        keys.unknown = false;
        one.beat();
        assertThat(one.tenure()).isPositive();
    }

    @Test
    void of_many_who_find_it_free_one_takes_it() {
        List<Lease> all = IntStream.range(0, 8).mapToObj(i -> lease("racer" + i, nanos)).toList();
        Race.of(
                all.size(),
                i -> {
                    all.get(i).beat();
                    return "";
                });
        assertThat(all.stream().filter(l -> l.tenure() > 0)).hasSize(1);
    }

    @Test
    void alone_it_is_held_from_the_start_and_nothing_is_written() {
        Lease alone = Lease.alone("me");
        assertThat(alone.tenure()).isPositive();
        alone.beat();
        assertThat(alone.status()).isEqualTo(new Lease.Status(true, Optional.of("me"), 1));
        alone.release();
        assertThat(alone.tenure()).isZero();
    }

    /// A store that fails before or after it did what it was asked.
    private static final class Flaky implements KeyStore {
        private final KeyStore keys = new MemoryKeys();
        private volatile boolean down;
        private volatile boolean unknown;
        private int writes;

        private void ask() {
            if (down) {
                throw new IntegrationException(
                        "store", IntegrationException.Kind.UNAVAILABLE, "away", null);
            }
        }

        @Override
        public Optional<Entry> get(String id) {
            ask();
            return keys.get(id);
        }

        @Override
        public boolean put(
                String id, long expected, Map<String, String> fields, @Nullable Instant expires) {
            ask();
            boolean done = keys.put(id, expected, fields, expires);
            writes++;
            if (unknown) {
                throw new IntegrationException(
                        "store", IntegrationException.Kind.TIMEOUT, "no answer", null);
            }
            return done;
        }

        @Override
        public boolean remove(String id, long expected) {
            ask();
            return keys.remove(id, expected);
        }

        @Override
        public List<Entry> startingWith(String prefix) {
            ask();
            return keys.startingWith(prefix);
        }
    }
}

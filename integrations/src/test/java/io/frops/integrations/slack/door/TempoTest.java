package io.frops.integrations.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TempoTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Tempo tempo = new Tempo(nanos::get);

    private void lookThatTakes(Duration time) {
        long begun = tempo.begin();
        nanos.addAndGet(time.toNanos());
        tempo.ended(begun);
    }

    @Test
    void looks_are_waited_for_while_they_are_quick() {
        lookThatTakes(Duration.ofMillis(300));
        assertThat(tempo.patience()).isEqualTo(Desk.PATIENCE);
    }

    @Test
    void after_a_slow_look_the_next_are_told_at_once_that_it_is_being_worked_on() {
        lookThatTakes(Duration.ofMillis(1500));
        assertThat(tempo.patience()).isEqualTo(Tempo.SHORT);
    }

    @Test
    void half_a_minute_later_one_is_waited_for_again() {
        lookThatTakes(Duration.ofMillis(1500));
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(tempo.patience()).isEqualTo(Desk.PATIENCE);
    }
}

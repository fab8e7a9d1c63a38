package io.frops.core.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.observe.Fanout.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Several calls against one deadline.
class FanoutTest {
    private static final Duration SOON = Duration.ofMillis(300);

    @Test
    void answers_keep_the_order_of_the_calls() {
        List<Answer<Integer>> answers =
                Fanout.ask(List.<Callable<Integer>>of(() -> 1, () -> 2, () -> 3), SOON);
        assertThat(answers)
                .containsExactly(new Answer.Of<>(1), new Answer.Of<>(2), new Answer.Of<>(3));
    }

    @Test
    void one_that_hangs_is_late_and_is_interrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<String> hung =
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        interrupted.countDown();
                    }
                    return "never";
                };
        List<Answer<String>> answers = Fanout.ask(List.of(hung, () -> "here"), SOON);
        assertThat(answers).containsExactly(new Answer.Late<>(), new Answer.Of<>("here"));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void one_that_throws_is_told_with_its_cause() {
        IllegalStateException bug = new IllegalStateException("a bug");
        Callable<String> broken =
                () -> {
                    throw bug;
                };
        assertThat(Fanout.ask(List.of(broken), SOON)).containsExactly(new Answer.Threw<>(bug));
    }

    @Test
    void the_callers_trace_goes_along() {
        Trace trace = new Trace("t", "r", "U1");
        Callable<Optional<Trace>> asks = Trace::current;
        assertThat(trace.call(() -> Fanout.ask(List.of(asks), SOON)))
                .containsExactly(new Answer.Of<>(Optional.of(trace)));
        assertThat(Fanout.ask(List.of(asks), SOON))
                .containsExactly(new Answer.Of<>(Optional.empty()));
    }
}

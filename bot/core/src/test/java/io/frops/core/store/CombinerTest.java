package io.frops.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.testing.Eventually;
import io.frops.core.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class CombinerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicInteger served = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);

    private BiFunction<String, List<Integer>, List<String>> held(String key) {
        return (asked, questions) -> {
            if (served.incrementAndGet() == 1 && asked.equals(key)) {
                await(gate);
            }
            return questions.stream().map(q -> asked + q).toList();
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One is being served, and so many wait behind it.
    private List<Future<String>> behind(
            Combiner<String, Integer, String> combiner, int many, Executor pool) {
        List<Future<String>> running = new ArrayList<>();
        running.add(pool.run(() -> combiner.ask("a", 0)));
        Eventually.await("the first is served", PATIENCE, () -> served.get() == 1);
        for (int i = 1; i <= many; i++) {
            int number = i;
            running.add(pool.run(() -> combiner.ask("a", number)));
            Eventually.await("it waits", PATIENCE, () -> combiner.waiting("a") == number);
        }
        return running;
    }

    private record Executor(java.util.concurrent.ExecutorService threads) implements AutoCloseable {
        Future<String> run(java.util.concurrent.Callable<String> task) {
            return threads.submit(task);
        }

        @Override
        public void close() {
            threads.close();
        }
    }

    private static Executor pool() {
        return new Executor(Executors.newVirtualThreadPerTaskExecutor());
    }

    @Test
    void who_waits_is_served_together_and_each_gets_its_own_answer() throws Exception {
        Combiner<String, Integer, String> combiner = new Combiner<>(64, held("a"));
        try (Executor pool = pool()) {
            List<Future<String>> running = behind(combiner, 20, pool);
            gate.countDown();
            for (int i = 0; i < running.size(); i++) {
                assertThat(running.get(i).get()).isEqualTo("a" + i);
            }
        }
        assertThat(served).hasValue(2);
        assertThat(combiner.lines()).as("nothing is remembered").isZero();
    }

    @Test
    void no_more_are_served_at_once_than_allowed() throws Exception {
        Combiner<String, Integer, String> combiner = new Combiner<>(5, held("a"));
        try (Executor pool = pool()) {
            List<Future<String>> running = behind(combiner, 12, pool);
            gate.countDown();
            for (int i = 0; i < running.size(); i++) {
                assertThat(running.get(i).get()).isEqualTo("a" + i);
            }
        }
        assertThat(served).as("1, then 5, 5 and 2").hasValue(4);
    }

    @Test
    void one_thing_does_not_wait_for_another() {
        Combiner<String, Integer, String> combiner = new Combiner<>(64, held("a"));
        try (Executor pool = pool()) {
            behind(combiner, 1, pool);
            assertThat(combiner.ask("b", 1)).isEqualTo("b1");
            gate.countDown();
        }
    }

    @Test
    void a_failure_reaches_all_that_were_served_and_nobody_else() throws Exception {
        CompletableFuture<Boolean> open = new CompletableFuture<>();
        Combiner<String, Integer, String> combiner =
                new Combiner<>(
                        64,
                        (key, questions) -> {
                            if (served.incrementAndGet() == 1) {
                                open.join();
                                return List.of("fine");
                            }
                            throw new IllegalArgumentException("no");
                        });
        try (Executor pool = pool()) {
            List<Future<String>> running = behind(combiner, 3, pool);
            open.complete(true);
            assertThat(running.getFirst().get()).isEqualTo("fine");
            for (Future<String> one : running.subList(1, 4)) {
                assertThatThrownBy(one::get).hasRootCauseMessage("no");
            }
        }
        assertThat(combiner.lines()).isZero();
    }

    @Test
    void whoever_ends_by_an_error_leaves_nobody_waiting() {
        Combiner<String, Integer, String> combiner =
                new Combiner<>(
                        64,
                        (key, questions) -> {
                            if (served.incrementAndGet() == 1) {
                                await(gate);
                                throw new StackOverflowError("for the test");
                            }
                            return questions.stream().map(q -> key + q).toList();
                        });
        try (Executor pool = pool()) {
            List<Future<String>> running = behind(combiner, 2, pool);
            gate.countDown();
            assertThatThrownBy(running.getFirst()::get).hasCauseInstanceOf(Error.class);
            assertThat(running.get(1)).succeedsWithin(PATIENCE).isEqualTo("a1");
            assertThat(running.get(2)).succeedsWithin(PATIENCE).isEqualTo("a2");
        }
    }

    @Test
    void in_a_crowd_everybody_is_answered_once() {
        Combiner<String, Integer, String> combiner = new Combiner<>(8, held("nobody"));
        List<List<String>> answers =
                Race.of(
                        32,
                        runner -> {
                            List<String> mine = new ArrayList<>();
                            for (int i = 0; i < 200; i++) {
                                mine.add(combiner.ask("k" + i % 3, runner * 1000 + i));
                            }
                            return mine;
                        });
        for (int runner = 0; runner < answers.size(); runner++) {
            for (int i = 0; i < 200; i++) {
                assertThat(answers.get(runner).get(i)).isEqualTo("k" + i % 3 + (runner * 1000 + i));
            }
        }
        assertThat(combiner.lines()).isZero();
    }
}

package io.frops.core.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Serves together those who wait for the same thing. Whoever comes first serves itself at once;
/// who comes meanwhile waits, and then the first of those serves all of them. Nobody serves twice,
/// and those who wait for different things know nothing of each other.
///
/// Only who waits is remembered, so that memory is bounded by the number of callers.
///
/// @param <K> names what is waited for
/// @param <Q> what one caller asks
/// @param <A> what it is answered
public final class Combiner<K, Q, A> {
    private final int most;
    private final BiFunction<K, List<Q>, List<A>> service;
    private final ConcurrentHashMap<K, Deque<Caller<Q, A>>> lines = new ConcurrentHashMap<>();

    /// @param most how many are served at once
    /// @param service answers all questions in their order; what it throws, each of them gets
    public Combiner(int most, BiFunction<K, List<Q>, List<A>> service) {
        this.most = most;
        this.service = service;
    }

    /// Waits for its turn and the answer; does not heed interruption while others serve it.
    public A ask(K key, Q question) {
        Caller<Q, A> me = new Caller<>(question);
        if (!joined(key, me)) {
            me.called.join();
        }
        if (!me.served()) {
            serve(key);
        }
        return me.answer();
    }

    /// For how many things somebody waits or is being served.
    int lines() {
        return lines.size();
    }

    /// How many wait for this, without those who are being served.
    public int waiting(K key) {
        AtomicInteger count = new AtomicInteger();
        lines.computeIfPresent(
                key,
                (_, line) -> {
                    count.set(line.size());
                    return line;
                });
        return count.get();
    }

    /// @return whether nobody was there
    // Whose line it is, not what stands in it.
    @SuppressWarnings("ReferenceEquality")
    private boolean joined(K key, Caller<Q, A> me) {
        Deque<Caller<Q, A>> mine = new ArrayDeque<>();
        Deque<Caller<Q, A>> line =
                lines.compute(
                        key,
                        (_, there) -> {
                            Deque<Caller<Q, A>> all = there == null ? mine : there;
                            all.add(me);
                            return all;
                        });
        return line == mine;
    }

    private void serve(K key) {
        List<Caller<Q, A>> together = taken(key);
        try {
            List<A> answers = service.apply(key, together.stream().map(c -> c.question).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answered(answers.get(i));
            }
        } catch (RuntimeException e) {
            together.forEach(c -> c.failed(e));
        } finally {
            together.forEach(Caller::dismissed);
            passOn(key);
        }
    }

    private List<Caller<Q, A>> taken(K key) {
        List<Caller<Q, A>> together = new ArrayList<>();
        lines.computeIfPresent(
                key,
                (_, line) -> {
                    while (together.size() < most && !line.isEmpty()) {
                        together.add(line.remove());
                    }
                    return line;
                });
        return together;
    }

    /// The next one serves those who came meanwhile; without any the line is gone.
    private void passOn(K key) {
        lines.computeIfPresent(
                key,
                (_, line) -> {
                    if (line.isEmpty()) {
                        return null;
                    }
                    line.element().called.complete(true);
                    return line;
                });
    }

    private static final class Caller<Q, A> {
        private final Q question;
        private final CompletableFuture<Boolean> called = new CompletableFuture<>();
        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        Caller(Q question) {
            this.question = question;
        }

        boolean served() {
            return answer != null || failure != null;
        }

        void answered(A given) {
            answer = given;
        }

        void failed(RuntimeException why) {
            answer = null;
            failure = why;
        }

        /// Who served may have ended by an error: then nobody is left waiting.
        void dismissed() {
            if (!served()) {
                failure =
                        new IllegalStateException("whoever served this together with others broke");
            }
            called.complete(true);
        }

        A answer() {
            if (failure != null) {
                throw failure;
            }
            if (answer == null) {
                throw new IllegalStateException("asked before it was served");
            }
            return answer;
        }
    }
}

package io.frops.integrations.alertmanager;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Asks several members at the same time; each question carries its own time limit.
final class AllAtOnce {
    private AllAtOnce() {}

    /// @return the answers in the members' order
    static <M, T> List<T> run(List<M> members, Function<M, T> question) {
        if (members.size() == 1) {
            return List.of(question.apply(members.getFirst()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers =
                    members.stream().map(m -> threads.submit(() -> question.apply(m))).toList();
            return answers.stream().map(AllAtOnce::get).toList();
        }
    }

    private static <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking a member", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("asking a member failed", e.getCause());
        }
    }
}

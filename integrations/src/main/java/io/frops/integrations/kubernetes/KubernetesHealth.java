package io.frops.integrations.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.observe.Span;
import io.frops.core.observe.Spans;
import io.frops.core.platform.Health;
import io.frops.core.platform.HealthSource;
import io.frops.core.platform.Service;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/// Reads a service's deployments, their pods and why those are not well. It never changes anything;
/// the rights it needs are `get` on deployments, `list` on pods and, for more reasons, `list` on
/// events, in the services' namespaces.
public final class KubernetesHealth implements HealthSource, AutoCloseable {
    private final KubernetesSettings settings;
    private final Connection connection;
    private final Reader reader;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    public KubernetesHealth(KubernetesSettings settings) {
        this.settings = settings;
        this.connection = new Connection(settings);
        this.reader = new Reader(connection);
    }

    @Override
    public String name() {
        return "Kubernetes";
    }

    /// Asks for all deployments at once, each for as long as the settings allow.
    @Override
    public List<Health> of(Service service) {
        return Spans.within(
                "Kubernetes health",
                Span.Kind.CLIENT,
                span -> {
                    span.set("frops.deployments", service.deployments().size());
                    return asked(service);
                });
    }

    private List<Health> asked(Service service) {
        Deadline deadline = Deadline.in(settings.timeout());
        List<Future<List<Health>>> asked =
                service.deployments().stream()
                        .map(d -> calls.submit(() -> ask(new Question(located(d), deadline))))
                        .toList();
        return asked.stream().flatMap(f -> joined(f).stream()).toList();
    }

    /// The server's version, to see that it is there and knows us. A first call also loads the
    /// client, which takes a second that a person would otherwise wait for.
    ///
    /// @throws IntegrationException when it gives none
    public String version() {
        try {
            return Deadline.in(settings.timeout()).await(calls.submit(reader::version));
        } catch (TimeoutException e) {
            throw failed(Kind.TIMEOUT, e);
        } catch (ExecutionException e) {
            throw failed(Kind.UNAVAILABLE, e);
        }
    }

    private IntegrationException failed(Kind kind, Exception e) {
        return new IntegrationException(
                name(), kind, "Kubernetes: " + Trouble.sentence(e, settings.timeout()), e);
    }

    private Service.Deployment located(Service.Deployment d) {
        return d.namespace().isBlank() ? new Service.Deployment(settings.namespace(), d.name()) : d;
    }

    private List<Health> ask(Question q) {
        try {
            Optional<Deployment> found =
                    q.call(() -> reader.deployment(q.where.namespace(), q.where.name()));
            return found.map(d -> withPods(q, d)).orElseGet(() -> List.of(q.noSuchDeployment()));
        } catch (ExecutionException | TimeoutException e) {
            return List.of(q.unanswered("", e));
        }
    }

    /// A deployment whose pods may not be read still tells how many are ready.
    private List<Health> withPods(Question q, Deployment deployment) {
        try {
            List<Pod> pods = q.call(() -> reader.pods(deployment));
            return List.of(Workloads.of(deployment, pods, warnings(q, pods)));
        } catch (ExecutionException | TimeoutException e) {
            return List.of(
                    Workloads.of(deployment, List.of(), Warnings.NONE), q.unanswered(" pods", e));
        }
    }

    private Warnings warnings(Question q, List<Pod> pods) {
        if (pods.stream().noneMatch(Workloads::saysTooLittle)) {
            return Warnings.NONE;
        }
        try {
            return new Warnings(q.call(() -> reader.warnings(q.where.namespace())), "");
        } catch (ExecutionException | TimeoutException e) {
            return new Warnings(List.of(), Trouble.sentence(e, settings.timeout()));
        }
    }

    /// Every question ends by its own deadline, so this wait does too.
    private static List<Health> joined(Future<List<Health>> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new Health.Unanswered("Kubernetes", "interrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question let a failure through", e.getCause());
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
        connection.close();
    }

    /// One deployment, and until when it is asked about.
    private final class Question {
        private final Service.Deployment where;
        private final Deadline deadline;

        Question(Service.Deployment where, Deadline deadline) {
            this.where = where;
            this.deadline = deadline;
        }

        <T> T call(Callable<T> step) throws ExecutionException, TimeoutException {
            return deadline.await(calls.submit(step));
        }

        Health unanswered(String what, Exception failure) {
            return new Health.Unanswered(
                    source() + what, Trouble.sentence(failure, settings.timeout()));
        }

        Health noSuchDeployment() {
            return new Health.Unanswered(
                    source(),
                    "no deployment %s in namespace %s: check both names in the configuration"
                            .formatted(where.name(), where.namespace()));
        }

        private String source() {
            return "Kubernetes " + where.namespace() + "/" + where.name();
        }
    }
}

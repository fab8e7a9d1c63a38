package io.frops.sandbox.kubernetes;

import io.frops.sandbox.platform.SampleService.PodFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// The workloads of one namespace, changed by the sandbox, never through the API.
final class Cluster {
    private final InstantSource clock;
    private final String namespace;
    private final Instant created;
    private final Map<String, Workload> workloads = new ConcurrentSkipListMap<>();
    private final AtomicLong changes = new AtomicLong(1000);

    Cluster(InstantSource clock, String namespace) {
        this.clock = clock;
        this.namespace = namespace;
        this.created = clock.instant();
    }

    void deploy(String name, int replicas) {
        workloads.put(name, Workload.well(name, replicas, clock.instant()));
        changes.incrementAndGet();
    }

    void fail(String name, PodFailure how) {
        workloads.computeIfPresent(name, (_, w) -> w.broken(how, clock.instant()));
        changes.incrementAndGet();
    }

    void mend(String name) {
        workloads.computeIfPresent(
                name, (_, w) -> w.failure().isPresent() ? w.mended(clock.instant()) : w);
        changes.incrementAndGet();
    }

    /// Grows with each change and with time, since restarts are counted by the clock.
    String version() {
        return Long.toString(
                changes.get() + clock.instant().getEpochSecond() - created.getEpochSecond());
    }

    /// All objects of a type that this user may see, in name order; nothing for an unknown type.
    List<Map<String, Object>> list(String type, String version) {
        Instant now = clock.instant();
        Collection<Workload> all = workloads.values();
        Objects objects = new Objects(namespace, version);
        return switch (type) {
            case "deployments" -> all.stream().map(objects::deployment).toList();
            case "services" -> all.stream().map(objects::service).toList();
            case "pods" -> pods(all, new PodObjects(objects), now);
            case "events" -> events(all, new EventObjects(objects), now);
            case "namespaces" ->
                    Stream.of("default", namespace, "kube-system")
                            .distinct()
                            .sorted()
                            .map(n -> objects.namespace(n, created))
                            .toList();
            case String _ -> List.of();
        };
    }

    private static List<Map<String, Object>> pods(
            Collection<Workload> all, PodObjects objects, Instant now) {
        return all.stream().flatMap(w -> w.pods().mapToObj(i -> objects.pod(w, i, now))).toList();
    }

    private static List<Map<String, Object>> events(
            Collection<Workload> all, EventObjects objects, Instant now) {
        return all.stream()
                .flatMap(w -> w.pods().boxed().flatMap(i -> objects.about(w, i, now).stream()))
                .toList();
    }
}

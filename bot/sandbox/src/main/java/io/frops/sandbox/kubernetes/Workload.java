package io.frops.sandbox.kubernetes;

import io.frops.sandbox.platform.SampleService.PodFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A deployment and how its pods fare: everything else follows from this and the time.
///
/// @param generation of its pods; new ones come with each mending
/// @param since when its pods started, or began to fail
record Workload(
        String name,
        int replicas,
        int generation,
        Instant created,
        Instant since,
        Optional<PodFailure> failure) {
    static Workload well(String name, int replicas, Instant now) {
        return new Workload(name, replicas, 1, now, now, Optional.empty());
    }

    Workload broken(PodFailure how, Instant now) {
        return new Workload(name, replicas, generation, created, now, Optional.of(how));
    }

    Workload mended(Instant now) {
        return new Workload(name, replicas, generation + 1, created, now, Optional.empty());
    }

    int ready() {
        return failure.isPresent() ? 0 : replicas;
    }

    /// The kubelet restarts a failing container at once, then after 10 s, doubling, at most 5 min
    /// apart (Kubernetes documentation, "Container restarts").
    int restarts(Instant now) {
        int count = 1;
        for (long at = 0, pause = 10; ; pause = Math.min(300, pause * 2), count++) {
            at += pause;
            if (at > Duration.between(since, now).toSeconds()) {
                return count;
            }
        }
    }

    /// How long the kubelet waits now, in seconds.
    long backOff(Instant now) {
        return Math.min(300, 10L << Math.min(5, restarts(now) - 1));
    }

    String image() {
        return "faceplatform/" + name + ":1.4." + generation;
    }

    String hash() {
        return Ids.word(name, 0, 9);
    }

    String replicaSet() {
        return name + "-" + hash();
    }

    Map<String, String> labels() {
        return Map.of("app", name);
    }

    Map<String, String> podLabels() {
        return Map.of("app", name, "pod-template-hash", hash());
    }

    IntStream pods() {
        return IntStream.range(0, replicas);
    }

    String pod(int index) {
        return replicaSet() + "-" + Ids.word(name + generation, index + 1, 5);
    }
}

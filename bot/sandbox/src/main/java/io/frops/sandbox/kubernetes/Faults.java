package io.frops.sandbox.kubernetes;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Makes the simulated API fail, and counts what was asked. Resources are named as in RBAC, such as
/// `pods`; `*` is every call.
public final class Faults {
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final Set<String> resetting = ConcurrentHashMap.newKeySet();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();
    private final AtomicReference<CountDownLatch> release =
            new AtomicReference<>(new CountDownLatch(1));

    Faults() {}

    /// Calls get no answer until [#clear].
    public void hang(String resource) {
        hanging.add(resource);
    }

    /// Calls lose their connection before an answer.
    public void reset(String resource) {
        resetting.add(resource);
    }

    /// The user loses a right, in every namespace.
    public void deny(String verb, String resource) {
        denied.add(verb + " " + resource);
    }

    /// Ends all faults; calls that hang lose their connection.
    public void clear() {
        hanging.clear();
        resetting.clear();
        denied.clear();
        release.getAndSet(new CountDownLatch(1)).countDown();
    }

    /// How often the API was asked so, failed calls included.
    public int hits(String verb, String resource) {
        AtomicInteger count = hits.get(verb + " " + resource);
        return count == null ? 0 : count.get();
    }

    boolean isDenied(ApiCall call) {
        return denied.contains(verb(call) + " " + resource(call));
    }

    /// Counts the call and lets a fault happen to it.
    ///
    /// @return false when it must end without an answer
    boolean survives(ApiCall call) throws InterruptedException {
        hits.computeIfAbsent(verb(call) + " " + resource(call), _ -> new AtomicInteger())
                .incrementAndGet();
        if (names(resetting, call)) {
            return false;
        }
        CountDownLatch until = release.get();
        if (names(hanging, call)) {
            until.await();
            return false;
        }
        return true;
    }

    private static boolean names(Set<String> resources, ApiCall call) {
        return resources.contains("*") || resources.contains(resource(call));
    }

    private static String verb(ApiCall call) {
        return switch (call) {
            case ApiCall.Path p -> p.verb();
            case ApiCall.Resource r -> r.verb();
        };
    }

    private static String resource(ApiCall call) {
        return switch (call) {
            case ApiCall.Path p -> p.path();
            case ApiCall.Resource r -> r.resource();
        };
    }
}

package io.frops.core.store;

import java.util.Optional;
import java.util.function.LongSupplier;

/// Which of several replicas does what one alone should do: cards, timers, comparisons with the
/// sources.
///
/// The lease is for pace only, so that Slack's limits are spent once. Correctness never rests on
/// it: a holder may be paused at any instruction and go on long after another one took over, so
/// whatever two holders could do twice is decided by a compare-and-set on the thing itself.
public interface Lease {
    /// The number of this replica's present tenure, another one after each taking; 0 while it does
    /// not hold the lease. What a holder believes about the world is good for one tenure: in
    /// between, somebody else may have changed it. Asks nobody.
    long tenure();

    /// One look: takes the lease if it is free, or tells that it is still held. To be called about
    /// twice a second.
    ///
    /// @throws io.frops.core.failure.IntegrationException when the store does not answer; the lease
    ///   ends by itself if that lasts
    void beat();

    /// Ends the tenure here, so that work under way stops at its next step. Nobody is told yet.
    void resign();

    /// Lets the next one have it at once. Resigns too; it is not taken again.
    ///
    /// @throws io.frops.core.failure.IntegrationException when the store does not answer: the
    ///   others then wait until it has expired
    void release();

    /// For people.
    Status status();

    /// @param ours whether this replica holds it
    /// @param holder the holder's name, as far as this replica knows
    /// @param taken how often this replica took it
    record Status(boolean ours, Optional<String> holder, long taken) {}

    /// One process.
    ///
    /// @param id unlike any other's, a later run of the same machine included
    /// @param name for people: the pod or machine
    record Member(String id, String name) {}

    /// Where nobody else can be: held from the start, and nothing is written.
    static Lease alone(String name) {
        return new LeaseAlone(name);
    }

    /// In a store that others use too.
    ///
    /// @param nanos this process's monotonic clock
    static Lease shared(KeyStore keys, String key, Member member, LongSupplier nanos) {
        return new SharedLease(keys, key, member, nanos);
    }
}

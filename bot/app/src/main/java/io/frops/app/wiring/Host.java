package io.frops.app.wiring;

import io.frops.core.incident.Patience;
import io.frops.core.observe.Arrows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Time, randomness, waiting and a name, as the process has them.
///
/// @param nanos monotonic
/// @param random cryptographically strong
/// @param name tells one replica from another, for people
/// @param arrows told of all that changes something outside this process
public record Host(
        InstantSource clock,
        LongSupplier nanos,
        RandomGenerator random,
        String name,
        Cadence cadence,
        Arrows arrows) {
    private static final int ID_BYTES = 16;
    private static final int REFERENCE_BYTES = 4;
    private static final long PAUSE = Duration.ofMillis(250).toNanos();

    /// A command whose outcome is unknown is looked after for about a minute; then the person is
    /// told that it stays unknown.
    private static final int ATTEMPTS = 60;

    public Host(InstantSource clock, RandomGenerator random) {
        this(clock, random, Cadence.PRODUCT);
    }

    public Host(InstantSource clock, RandomGenerator random, Cadence cadence) {
        this(clock, System::nanoTime, random, "process " + ProcessHandle.current().pid(), cadence);
    }

    public Host(
            InstantSource clock,
            LongSupplier nanos,
            RandomGenerator random,
            String name,
            Cadence cadence) {
        this(clock, nanos, random, name, cadence, Arrows.NONE);
    }

    /// On a machine or pod of this name.
    public Host on(String machine) {
        return new Host(clock, nanos, random, machine + ", " + name, cadence, arrows);
    }

    public Host telling(Arrows told) {
        return new Host(clock, nanos, random, name, cadence, told);
    }

    /// Ids that nobody can guess.
    Supplier<String> ids() {
        return () -> hex(ID_BYTES);
    }

    /// Short references for people, by which a log line is found.
    Supplier<String> references() {
        return () -> hex(REFERENCE_BYTES);
    }

    /// For commands: the person waits to hear how it ended.
    Patience forPeople() {
        return attempt -> {
            LockSupport.parkNanos(PAUSE);
            return attempt < ATTEMPTS && !Thread.currentThread().isInterrupted();
        };
    }

    private String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

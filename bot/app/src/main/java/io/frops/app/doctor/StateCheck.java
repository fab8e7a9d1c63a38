package io.frops.app.doctor;

import io.frops.app.work.Skew;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.mongo.MongoSettings;
import io.frops.integrations.mongo.MongoState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Where the bot keeps its state.
final class StateCheck implements Check {
    private static final String SYSTEM = "State";

    /// A cold process can need longer for its first call than the store's deadline.
    private static final int ATTEMPTS = 3;

    private final MongoSettings settings;
    private final InstantSource clock;

    StateCheck(MongoSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public List<Finding> findings() {
        return settings.isEmbedded() ? List.of(embedded()) : mongodb();
    }

    /// The store itself is left alone: a bot that runs holds its file.
    private Finding embedded() {
        Path folder = settings.dataDir().toAbsolutePath();
        Path nearest =
                Stream.iterate(folder, Objects::nonNull, Path::getParent)
                        .filter(Files::exists)
                        .findFirst()
                        .orElse(folder);
        return Files.isDirectory(nearest) && Files.isWritable(nearest)
                ? Finding.ok(
                        SYSTEM,
                        "embedded store in "
                                + folder
                                + ": for one bot on one machine. For two bots, or to outlive this"
                                + " machine, use MongoDB (state.store: mongodb)")
                : Finding.fails(
                        SYSTEM,
                        "the embedded store's folder " + folder + " cannot be written",
                        "Give the bot's user the right to write there, or name another folder in"
                                + " state.data-dir.");
    }

    private List<Finding> mongodb() {
        try (MongoState state = MongoState.open(settings)) {
            ping(state);
            return List.of(Finding.ok(SYSTEM, "MongoDB answers"), skew(state.clockSkew(clock)));
        } catch (IntegrationException e) {
            return List.of(
                    Finding.fails(
                            SYSTEM,
                            e,
                            switch (e.kind()) {
                                case DENIED, INVALID -> "Correct FROPS_MONGODB_URI.";
                                case UNAVAILABLE, TIMEOUT, NOT_FOUND, NOT_USABLE, RATE_LIMITED ->
                                        "Start it (docker compose -f docker/compose.yaml up -d mongodb), let this"
                                                + " machine reach it, or correct FROPS_MONGODB_URI.";
                            }));
        }
    }

    private static void ping(MongoState state) {
        for (int attempt = 1; ; attempt++) {
            try {
                state.ping();
                return;
            } catch (IntegrationException e) {
                if (attempt == ATTEMPTS || e.kind() == IntegrationException.Kind.DENIED) {
                    throw e;
                }
            }
        }
    }

    private static Finding skew(Duration theirsAhead) {
        String system = SYSTEM + " clock";
        return theirsAhead.abs().compareTo(Skew.TOLERATED) > 0
                ? Finding.fails(
                        system,
                        Skew.words(theirsAhead, "MongoDB's")
                                + ": timers would fire at the wrong moment",
                        "Let both machines follow a time server (timedatectl set-ntp true).")
                : Finding.ok(system, "this machine's clock agrees with MongoDB's");
    }
}

package io.frops.integrations.mongo;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.StoredIncident;
import io.frops.core.observe.Arrows;
import io.frops.core.settings.Secret;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The bot's state to look at and nothing else: no index is made, no document written, and of an
/// embedded store a copy is read, so that its file stays as it is to the byte.
public final class MongoReading implements AutoCloseable {
    private static final String EMBEDDED = "the embedded store";

    private final Database database;
    private final MongoIncidents incidents;
    private final @Nullable EmbeddedMongo copy;
    private final @Nullable Path folder;

    private MongoReading(String uri, @Nullable EmbeddedMongo copy, @Nullable Path folder) {
        this.database = new Database(uri, Database.DEADLINE, _ -> {}, Arrows.NONE);
        this.incidents = new MongoIncidents(database, MongoState.nonces());
        this.copy = copy;
        this.folder = folder;
    }

    /// @throws IntegrationException of kind `NOT_USABLE` when there is no embedded store, or a bot
    ///   has it open
    public static MongoReading open(MongoSettings settings) {
        if (!settings.isEmbedded()) {
            return new MongoReading(settings.uri().map(Secret::reveal).orElseThrow(), null, null);
        }
        Path file = settings.dataDir().resolve(MongoState.FILE).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new IntegrationException(
                    EMBEDDED,
                    Kind.NOT_USABLE,
                    "there is no store at " + file + ". Name the bot's folder in state.data-dir.",
                    null);
        }
        try {
            Path folder = Files.createTempDirectory("frops-reading");
            Path copied = folder.resolve(MongoState.FILE);
            try {
                copyClosed(file, copied);
                EmbeddedMongo server = EmbeddedMongo.open(copied);
                return new MongoReading(server.uri(), server, folder);
            } catch (IOException | RuntimeException e) {
                remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new IntegrationException(
                    EMBEDDED, Kind.NOT_USABLE, file + " cannot be read or copied.", e);
        }
    }

    /// Under the lock that a bot would hold, so that no half-written file is copied.
    private static void copyClosed(Path file, Path copy) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            if (lock == null) {
                throw inUse(file);
            }
            Files.copy(file, copy);
        } catch (OverlappingFileLockException e) {
            throw inUse(file);
        }
    }

    private static IntegrationException inUse(Path file) {
        return new IntegrationException(
                EMBEDDED,
                Kind.NOT_USABLE,
                file
                        + " is in use by a running bot. Stop the bot and try again; with a MongoDB"
                        + " (state.store: mongodb) it could go on running.",
                null);
    }

    /// @param incidents by number, each with all its events
    /// @param readOnly those that a newer frops wrote
    public record Read(List<StoredIncident> incidents, List<ReadOnlyIncident> readOnly) {
        public Read {
            incidents = List.copyOf(incidents);
            readOnly = List.copyOf(readOnly);
        }
    }

    /// All that are open, and all that ended since then.
    ///
    /// @throws IntegrationException when the store gives no answer
    public Read since(Instant from) {
        IncidentReader.Read read = incidents.since(from);
        return new Read(read.understood().stream().map(this::whole).toList(), read.readOnly());
    }

    /// One whose pages are not understood is left as it is: it can be seen not to be whole.
    private StoredIncident whole(StoredIncident stored) {
        try {
            return incidents.whole(stored);
        } catch (IntegrationException e) {
            if (e.kind() != Kind.NOT_USABLE) {
                throw e;
            }
            return stored;
        }
    }

    @Override
    public void close() {
        database.close();
        if (copy != null) {
            copy.close();
        }
        if (folder != null) {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            // It is the system's folder for what may be lost: it is cleaned there.
            folder.toFile().deleteOnExit();
        }
    }
}

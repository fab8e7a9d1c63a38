package io.frops.integrations.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.observe.Arrows;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonMaximumSizeExceededException;

/// The one way to the server: majority writes with journal, majority reads, and a deadline for each
/// call.
final class Database implements AutoCloseable {
    /// How long a call may take: Slack and Alertmanager wait for us meanwhile.
    static final Duration DEADLINE = Duration.ofMillis(1500);

    /// A server that is gone is told sooner than one that hangs.
    private static final long SELECTION_MILLIS = 700;

    private static final int CONNECT_MILLIS = 500;
    private static final long HEARTBEAT_MILLIS = 2000;
    private static final String DEFAULT_NAME = "frops";

    private final MongoClient client;
    private final MongoDatabase database;
    private final Consumer<MongoDatabase> indexes;
    private final Duration deadline;
    private final Arrows arrows;
    private final ReentrantLock preparing = new ReentrantLock();
    private volatile boolean prepared;

    /// @param deadline for a whole call, however many operations it takes
    /// @param indexes makes what uniqueness rests on; run before the first call, again until it
    ///   succeeded
    /// @param arrows told of each write
    Database(String uri, Duration deadline, Consumer<MongoDatabase> indexes, Arrows arrows) {
        ConnectionString address = address(uri);
        String name = address.getDatabase();
        this.client = MongoClients.create(settings(address, deadline));
        this.database = client.getDatabase(name == null ? DEFAULT_NAME : name);
        this.deadline = deadline;
        this.arrows = arrows;
        this.indexes = indexes;
    }

    /// Runs one call of a store.
    ///
    /// @throws IntegrationException when it failed; kind `TIMEOUT` when a write may have been made
    <T> T call(Function<Call, T> work) {
        Call call = new Call(database, System.nanoTime() + deadline.toNanos(), arrows);
        try {
            prepare(call);
            T result = work.apply(call);
            call.written();
            return result;
        } catch (MongoException e) {
            throw Failures.translate(e, call.mayHaveWritten());
        } catch (BsonMaximumSizeExceededException e) {
            throw new IntegrationException(
                    Failures.SYSTEM, Kind.INVALID, "A document grew past 16 MiB.", e);
        } catch (Unreadable e) {
            throw new IntegrationException(
                    Failures.SYSTEM,
                    Kind.INVALID,
                    "A document in the database is not as frops writes it: " + e.why() + ".",
                    e);
        }
    }

    private void prepare(Call call) {
        if (prepared) {
            return;
        }
        if (!tryLock(call)) {
            throw new IntegrationException(
                    Failures.SYSTEM, Kind.UNAVAILABLE, "MongoDB gave no answer in time.", null);
        }
        try {
            if (!prepared) {
                indexes.accept(call.database());
                prepared = true;
            }
        } finally {
            preparing.unlock();
        }
    }

    private boolean tryLock(Call call) {
        try {
            return preparing.tryLock(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static MongoClientSettings settings(ConnectionString address, Duration deadline) {
        return MongoClientSettings.builder()
                .applyConnectionString(address)
                .applicationName("frops")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .applyToClusterSettings(
                        c -> c.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(s -> s.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToServerSettings(
                        s -> s.heartbeatFrequency(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS))
                .build();
    }

    private static ConnectionString address(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException _) {
            // The driver's message may quote the address, and that may hold a password.
            throw new IntegrationException(
                    Failures.SYSTEM,
                    Kind.INVALID,
                    "FROPS_MONGODB_URI is not an address of MongoDB. Write"
                            + " mongodb://USER:PASSWORD@HOST:27017/frops?replicaSet=rs0, the"
                            + " password percent-encoded.",
                    null);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package io.frops.integrations.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.IncidentStore;
import io.frops.core.notify.CardStore;
import io.frops.core.observe.Arrows;
import io.frops.core.settings.Secret;
import io.frops.core.store.KeyStore;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/// The bot's own state: three stores over one database, a MongoDB or the embedded one. Every call
/// ends within 1.5 s.
public final class MongoState implements AutoCloseable {
    /// The embedded store's file, in the folder for data.
    static final String FILE = "state.mv.db";

    private static final int COMMAND_NOT_FOUND = 59;

    private final Database database;
    private final @Nullable EmbeddedMongo embedded;
    private final MongoIncidents incidents;
    private final MongoKeys keys;
    private final MongoCards cards;

    private MongoState(Database database, @Nullable EmbeddedMongo embedded) {
        this.database = database;
        this.embedded = embedded;
        this.incidents = new MongoIncidents(database, nonces());
        this.keys = new MongoKeys(database);
        this.cards = new MongoCards(database);
    }

    /// The driver's own ids: no two processes make the same.
    static Supplier<String> nonces() {
        return () -> new ObjectId().toHexString();
    }

    /// Opens the store that the settings name. An embedded one is started, and its file locked. A
    /// MongoDB is not asked anything yet: the first call makes the indexes that are missing, and
    /// when the server is away then, the next one does.
    ///
    /// @throws IntegrationException when the address is none, or another process has the file
    public static MongoState open(MongoSettings settings) {
        return open(settings, Arrows.NONE);
    }

    /// As [#open(MongoSettings)].
    ///
    /// @param arrows told of each write
    public static MongoState open(MongoSettings settings, Arrows arrows) {
        if (settings.isEmbedded()) {
            return embedded(settings.dataDir().resolve(FILE), Database.DEADLINE, arrows);
        }
        String uri = settings.uri().map(Secret::reveal).orElseThrow();
        return new MongoState(new Database(uri, Database.DEADLINE, Schema::complete, arrows), null);
    }

    static MongoState at(String uri, Duration deadline) {
        return new MongoState(new Database(uri, deadline, Schema::complete, Arrows.NONE), null);
    }

    static MongoState embedded(Path file, Duration deadline) {
        return embedded(file, deadline, Arrows.NONE);
    }

    private static MongoState embedded(Path file, Duration deadline, Arrows arrows) {
        EmbeddedMongo server = EmbeddedMongo.open(file);
        return new MongoState(
                new Database(server.uri(), deadline, Schema::correct, arrows), server);
    }

    public IncidentStore incidents() {
        return incidents;
    }

    public KeyStore keys() {
        return keys;
    }

    public CardStore cards() {
        return cards;
    }

    /// Asks the server for a sign of life, and makes what indexes are missing.
    ///
    /// @throws IntegrationException when it gives none within 1.5 s
    public void ping() {
        database.call(call -> call.database().runCommand(new Document("ping", 1)));
    }

    /// By how much the server's clock is ahead of ours; negative when it is behind. Good to half
    /// the time that the question took.
    ///
    /// @throws IntegrationException when the server gives no answer
    public Duration clockSkew(InstantSource clock) {
        return database.call(call -> {
            Instant asked = clock.instant();
            Instant theirs = serverTime(call.database());
            Duration took = Duration.between(asked, clock.instant());
            return Duration.between(asked.plus(took.dividedBy(2)), theirs);
        });
    }

    /// Removes keys that have expired; needed for the embedded store only, harmless elsewhere.
    public void sweep(Instant now) {
        keys.sweep(now);
    }

    private static Instant serverTime(MongoDatabase database) {
        return hello(database).get("localTime", Date.class).toInstant();
    }

    private static Document hello(MongoDatabase database) {
        try {
            return database.runCommand(new Document("hello", 1));
        } catch (MongoCommandException e) {
            if (e.getCode() != COMMAND_NOT_FOUND) {
                throw e;
            }
            // The embedded server knows the question by its older name only.
            return database.runCommand(new Document("isMaster", 1));
        }
    }

    /// The address of the embedded server, for other programs on this machine; absent for a real
    /// one.
    public @Nullable String embeddedUri() {
        return embedded == null ? null : embedded.uri();
    }

    @Override
    public void close() {
        database.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}

package io.frops.checks.replicas;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One store for several bots: a database of its own on the MongoDB that `FROPS_TEST_MONGODB_URI`
/// names, dropped afterwards; without one, a server that speaks MongoDB's protocol in this process.
public final class SharedStore implements AutoCloseable {
    private static final String VARIABLE = "FROPS_TEST_MONGODB_URI";
    private static final Pattern ADDRESS =
            Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    private final String uri;
    private final @Nullable EmbeddedMongo server;
    private final String database;

    private SharedStore(String uri, @Nullable EmbeddedMongo server, String database) {
        this.uri = uri;
        this.server = server;
        this.database = database;
    }

    public static SharedStore open(Path folder) {
        if (System.getenv(VARIABLE) != null) {
            return real(System.getenv(VARIABLE));
        }
        EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("store.mv.db"));
        return new SharedStore(server.uri(), server, "");
    }

    /// A real replica set, or the test is skipped and named.
    static SharedStore replicaSet(String what) {
        String given = System.getenv(VARIABLE);
        assumeTrue(
                given != null,
                VARIABLE
                        + " is unset, so that it is unproven that "
                        + what
                        + ". Set it to the address of a MongoDB replica set");
        return real(given);
    }

    private static SharedStore real(String given) {
        String database = "frops_test_" + HexFormat.of().toHexDigits(new Random().nextLong());
        return new SharedStore(own(given, database), null, database);
    }

    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            return;
        }
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(database).drop();
        }
    }

    /// The same server and user, another database.
    private static String own(String given, String database) {
        Matcher parts = ADDRESS.matcher(given);
        if (!parts.matches()) {
            throw new IllegalStateException(VARIABLE + " is not an address of MongoDB");
        }
        String options = Objects.requireNonNullElse(parts.group(3), "");
        String named = Objects.requireNonNullElse(parts.group(2), "");
        boolean needsSource = parts.group(1).contains("@") && !options.contains("authSource=");
        String source = needsSource ? "authSource=" + (named.isEmpty() ? "admin" : named) : "";
        String joined =
                options.isEmpty() || source.isEmpty() ? options + source : options + "&" + source;
        return parts.group(1) + "/" + database + (joined.isEmpty() ? "" : "?" + joined);
    }
}

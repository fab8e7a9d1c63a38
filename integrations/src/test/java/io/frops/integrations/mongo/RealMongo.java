package io.frops.integrations.mongo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A database of its own for each test, on the MongoDB that `FROPS_TEST_MONGODB_URI` names; dropped
/// afterwards.
final class RealMongo implements BeforeEachCallback, AfterEachCallback {
    private static final String VARIABLE = "FROPS_TEST_MONGODB_URI";
    private static final Pattern ADDRESS =
            Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    private final String database =
            "frops_test_" + HexFormat.of().toHexDigits(new Random().nextLong());
    private @Nullable MongoState state;

    MongoState get() {
        return Objects.requireNonNull(state);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        String given = System.getenv(VARIABLE);
        assumeTrue(
                given != null,
                VARIABLE
                        + " is unset. Set it to the address of a MongoDB replica set, and the stores'"
                        + " suites run against it too");
        state = MongoState.at(own(given), Duration.ofSeconds(30));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (state != null) {
            state.close();
            try (MongoClient client = MongoClients.create(own(System.getenv(VARIABLE)))) {
                client.getDatabase(database).drop();
            }
        }
    }

    /// The same server and user, another database.
    private String own(String given) {
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

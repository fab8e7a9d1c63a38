package io.frops.integrations.mongo;

import io.frops.core.settings.Default;
import io.frops.core.settings.Secret;
import java.nio.file.Path;
import java.util.Optional;

/// Where the bot keeps its own state.
///
/// @param store when absent: MongoDB, if there is a URI
/// @param uri secret, because it may hold a password; its database is used, else `frops`
/// @param dataDir the embedded store's folder; one process at a time
public record MongoSettings(
        Optional<Store> store, Optional<Secret> uri, @Default("data") Path dataDir) {
    /// What kind of store.
    public enum Store {
        /// In this process, in one file: for one bot on one machine.
        EMBEDDED,
        /// A MongoDB replica set.
        MONGODB
    }

    public MongoSettings {
        if (isEmbedded(store) && uri.isPresent()) {
            throw new IllegalArgumentException(
                    "store: is embedded, yet there is a uri. Unset FROPS_MONGODB_URI, or write store: mongodb");
        }
        if (!isEmbedded(store) && uri.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nowhere to keep state. Set FROPS_MONGODB_URI (docker compose -f docker/compose.yaml"
                            + " up -d mongodb starts one), or write store: embedded for one bot on one machine");
        }
    }

    public boolean isEmbedded() {
        return isEmbedded(store);
    }

    private static boolean isEmbedded(Optional<Store> store) {
        return store.filter(Store.EMBEDDED::equals).isPresent();
    }
}

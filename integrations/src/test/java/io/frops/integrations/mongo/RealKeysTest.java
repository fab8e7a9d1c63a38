package io.frops.integrations.mongo;

import io.frops.core.store.KeyStore;
import io.frops.core.store.KeyStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealKeysTest extends KeyStoreContract {
    @RegisterExtension final RealMongo mongo = new RealMongo();

    @Override
    protected KeyStore store() {
        return mongo.get().keys();
    }
}

package io.frops.integrations.mongo;

import io.frops.core.store.KeyStore;
import io.frops.core.store.KeyStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedKeysTest extends KeyStoreContract {
    @RegisterExtension final EmbeddedState embedded = new EmbeddedState();

    @Override
    protected KeyStore store() {
        return embedded.get().keys();
    }
}

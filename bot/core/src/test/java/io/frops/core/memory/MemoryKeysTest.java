package io.frops.core.memory;

import io.frops.core.store.KeyStore;
import io.frops.core.store.KeyStoreContract;

class MemoryKeysTest extends KeyStoreContract {
    private final MemoryKeys store = new MemoryKeys();

    @Override
    protected KeyStore store() {
        return store;
    }
}

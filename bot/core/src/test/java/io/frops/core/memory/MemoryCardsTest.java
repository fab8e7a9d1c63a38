package io.frops.core.memory;

import io.frops.core.notify.CardStore;
import io.frops.core.notify.CardStoreContract;

class MemoryCardsTest extends CardStoreContract {
    private final MemoryCards store = new MemoryCards();

    @Override
    protected CardStore store() {
        return store;
    }
}

package io.frops.integrations.mongo;

import io.frops.core.notify.CardStore;
import io.frops.core.notify.CardStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedCardsTest extends CardStoreContract {
    @RegisterExtension final EmbeddedState embedded = new EmbeddedState();

    @Override
    protected CardStore store() {
        return embedded.get().cards();
    }
}

package io.frops.integrations.mongo;

import io.frops.core.notify.CardStore;
import io.frops.core.notify.CardStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealCardsTest extends CardStoreContract {
    @RegisterExtension final RealMongo mongo = new RealMongo();

    @Override
    protected CardStore store() {
        return mongo.get().cards();
    }
}

package io.frops.integrations.mongo;

import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.IncidentStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealIncidentsTest extends IncidentStoreContract {
    @RegisterExtension final RealMongo mongo = new RealMongo();

    @Override
    protected IncidentStore store() {
        return mongo.get().incidents();
    }
}

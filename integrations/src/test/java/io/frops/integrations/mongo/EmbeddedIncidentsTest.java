package io.frops.integrations.mongo;

import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.IncidentStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedIncidentsTest extends IncidentStoreContract {
    @RegisterExtension final EmbeddedState embedded = new EmbeddedState();

    @Override
    protected IncidentStore store() {
        return embedded.get().incidents();
    }
}

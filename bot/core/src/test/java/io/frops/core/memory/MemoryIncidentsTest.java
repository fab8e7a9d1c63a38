package io.frops.core.memory;

import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.IncidentStoreContract;

class MemoryIncidentsTest extends IncidentStoreContract {
    private final MemoryIncidents store = new MemoryIncidents();

    @Override
    protected IncidentStore store() {
        return store;
    }
}

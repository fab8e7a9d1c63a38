package io.frops.integrations.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Make;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is read each minute is read while thousands are open.
class WatchedScaleTest {
    /// `-Dwatched.incidents=10000` is more than one place has ever seen.
    private static final int OPEN = Integer.getInteger("watched.incidents", 2_000);

    @RegisterExtension final EmbeddedState mongo = new EmbeddedState();

    @Test
    void comparisons_are_read_within_the_stores_deadline() {
        IncidentStore store = mongo.get().incidents();
        for (int i = 1; i <= OPEN; i++) {
            store.insert(Make.incident(i, Make.group("g" + i)));
        }
        assertThat(store.watched()).hasSize(OPEN);
        assertThat(store.behind()).hasSize(OPEN);
        assertThat(store.current()).hasSize(OPEN);
    }
}

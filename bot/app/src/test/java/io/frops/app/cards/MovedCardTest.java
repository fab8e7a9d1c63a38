package io.frops.app.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.incident.Badge;
import io.frops.core.incident.Change;
import io.frops.core.incident.Make;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A card whose channel cannot be used, or can again.
class MovedCardTest {
    private static final Duration AWHILE = Duration.ofSeconds(30);

    private final Bench bench = new Bench();

    private void note(StoredIncident incident, String text) {
        bench.incidents.change(incident.id(), null, new Change.Note(Make.ANA, text));
        bench.run(AWHILE);
    }

    private List<String> replies() {
        return bench.room.done().stream().filter(d -> d.startsWith("reply")).toList();
    }

    private boolean unrouted(StoredIncident incident) {
        return bench.store.find(incident.id()).orElseThrow().state().has(Badge.Kind.UNROUTED);
    }

    @Test
    void a_card_that_moves_goes_on_where_its_thread_was() {
        StoredIncident incident = bench.open(Severity.SEV2);
        note(incident, "first");
        bench.room.closed("#incidents", true);
        note(incident, "second");
        assertThat(replies()).containsExactly("reply first", "reply second");
        assertThat(bench.room.cards()).hasSize(2);
        assertThat(unrouted(incident)).isTrue();
    }

    @Test
    void a_card_that_gets_into_its_own_channel_after_all_no_longer_warns() {
        bench.room.closed("#incidents", true);
        bench.room.closed("#general", true);
        StoredIncident incident = bench.open(Severity.SEV2);
        bench.run(AWHILE);
        assertThat(unrouted(incident)).isTrue();
        assertThat(bench.room.cards()).isEmpty();
        bench.room.closed("#incidents", false);
        bench.run(Duration.ofMinutes(12));
        assertThat(bench.room.cards()).hasSize(1);
        assertThat(unrouted(incident)).isFalse();
        assertThat(bench.lag.size()).isZero();
    }
}

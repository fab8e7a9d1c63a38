package io.frops.app.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A holder that is paused inside its post, past its term, while another one takes over.
class TwicePostedTest {
    private final Bench bench = new Bench();

    @Test
    void whoever_finds_another_card_in_the_row_takes_its_own_away() {
        bench.room.meanwhile = this::otherReplicaPosts;
        StoredIncident incident = bench.open(Severity.SEV2);
        bench.run(Duration.ofSeconds(5));
        assertThat(bench.room.sent.stream().filter(s -> s.method().equals("post")))
                .as("the fault: two posts")
                .hasSize(2);
        assertThat(cards()).containsExactly(row(incident.id()).message().orElseThrow());
    }

    /// It looked for the nonce before ours arrived, found nothing, and posted.
    private void otherReplicaPosts() {
        CardRow row = row(new IncidentId(1));
        MessageRef theirs = bench.room.post(row.channel(), Message.of("theirs"), row.nonce());
        assertThat(bench.rows.replace(row.posted(theirs.ts(), 1))).isTrue();
    }

    private CardRow row(IncidentId id) {
        return bench.rows.of(id).getFirst();
    }

    private List<MessageRef> cards() {
        return bench.room.shown.entrySet().stream()
                .filter(e -> e.getValue().root() == null)
                .map(e -> e.getKey())
                .toList();
    }
}

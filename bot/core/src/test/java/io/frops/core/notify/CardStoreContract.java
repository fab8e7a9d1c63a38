package io.frops.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import io.frops.core.testing.Race;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of card rows does.
public abstract class CardStoreContract {
    private static final int RUNNERS = 8;
    private static final IncidentId INC_7 = new IncidentId(7);
    private static final ChannelId OPS = new ChannelId("C0OPS");
    private static final ChannelId WEB = new ChannelId("C0WEB");

    /// An empty store; within one test always the same.
    protected abstract CardStore store();

    @Test
    void an_incident_has_a_row_for_each_channel() {
        CardRow ops = inserted(INC_7, OPS, "n1");
        CardRow web = inserted(INC_7, WEB, "n2");
        inserted(new IncidentId(77), OPS, "n3");
        assertThat(store().of(INC_7)).containsExactly(ops, web);
        assertThat(store().of(new IncidentId(1))).isEmpty();
    }

    @Test
    void it_tells_which_of_many_incidents_have_a_row() {
        inserted(INC_7, OPS, "n1");
        inserted(INC_7, WEB, "n2");
        inserted(new IncidentId(9), OPS, "n3");
        List<IncidentId> asked = IntStream.rangeClosed(7, 3_000).mapToObj(IncidentId::new).toList();
        assertThat(store().carded(asked)).containsExactlyInAnyOrder(INC_7, new IncidentId(9));
        assertThat(store().carded(List.of())).isEmpty();
    }

    @Test
    void a_second_row_for_one_channel_is_refused() {
        CardRow first = inserted(INC_7, OPS, "n1");
        assertThat(store().insert(CardRow.posting(INC_7, OPS, "n2"))).isFalse();
        assertThat(store().of(INC_7)).containsExactly(first);
    }

    @Test
    void of_eight_that_would_post_one_does() {
        assertThat(Race.of(RUNNERS, i -> store().insert(CardRow.posting(INC_7, OPS, "n" + i))))
                .containsOnlyOnce(true);
    }

    @Test
    void a_row_is_replaced_by_the_version_after_it_only() {
        CardRow posted = inserted(INC_7, OPS, "n1").posted("1773133200.000100", 1);
        assertThat(store().replace(posted)).isTrue();
        assertThat(store().replace(posted)).isFalse();
        assertThat(store().replace(posted.showing(2).told(3))).isFalse();
        assertThat(store().replace(posted.showing(2))).isTrue();
        assertThat(store().replace(posted.showing(2).told(3))).isTrue();
        assertThat(store().of(INC_7)).containsExactly(posted.showing(2).told(3));
        assertThat(store().replace(CardRow.posting(INC_7, WEB, "n2").posted("1", 1))).isFalse();
    }

    @Test
    void of_eight_that_replace_one_row_one_wins() {
        CardRow row = inserted(INC_7, OPS, "n1");
        List<CardRow> tried =
                IntStream.range(0, RUNNERS).mapToObj(i -> row.posted("17731332.0" + i, i)).toList();
        List<Boolean> won = Race.of(RUNNERS, i -> store().replace(tried.get(i)));
        assertThat(won).containsOnlyOnce(true);
        assertThat(store().of(INC_7)).containsExactly(tried.get(won.indexOf(true)));
    }

    @Test
    void a_message_leads_to_its_incident_once_it_is_posted() {
        CardRow row = inserted(INC_7, OPS, "n1");
        inserted(new IncidentId(8), OPS, "n2");
        assertThat(store().incidentAt(new MessageRef(OPS, "17.01"))).isEmpty();
        store().replace(row.posted("17.01", 1));
        assertThat(store().incidentAt(new MessageRef(OPS, "17.01"))).contains(INC_7);
        assertThat(store().incidentAt(new MessageRef(WEB, "17.01"))).isEmpty();
        assertThat(store().incidentAt(new MessageRef(OPS, "n2"))).isEmpty();
    }

    private CardRow inserted(IncidentId incident, ChannelId channel, String nonce) {
        CardRow row = CardRow.posting(incident, channel, nonce);
        assertThat(store().insert(row)).isTrue();
        return row;
    }
}

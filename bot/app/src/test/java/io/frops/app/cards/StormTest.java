package io.frops.app.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.chat.Message;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.Storm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StormTest {
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final Bench bench = new Bench();

    private List<StoredIncident> burst(int number) {
        List<StoredIncident> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(bench.open(i % 10 == 9 ? Severity.SEV1 : Severity.SEV3));
            bench.clock.advance(Duration.ofMillis(5));
        }
        return all;
    }

    private List<String> stormCards() {
        return bench.room.cards().stream()
                .map(Message::text)
                .filter(t -> t.startsWith("STORM") || t.startsWith("OVER"))
                .toList();
    }

    private List<String> ownCards() {
        return bench.room.cards().stream()
                .map(Message::text)
                .filter(t -> t.startsWith("INC-"))
                .toList();
    }

    private String stormCard() {
        assertThat(stormCards()).hasSize(1);
        return stormCards().getFirst();
    }

    @Test
    void more_than_twenty_in_a_minute_are_one_card_and_none_stays_behind() {
        burst(300);
        bench.run(Duration.ofSeconds(5));
        assertThat(stormCard()).startsWith("STORM 300 300 [INC-10, INC-20, INC-30]");
        assertThat(ownCards()).isEmpty();
        assertThat(bench.store.behind()).isEmpty();
        assertThat(bench.lag.size()).isZero();
        assertThat(bench.room.files).isEmpty();
        bench.run(SETTLED);
        assertThat(bench.room.files).hasSize(1);
        assertThat(bench.room.files.getFirst().lines()).hasSize(300);
    }

    @Test
    void twenty_in_a_minute_are_twenty_cards() {
        burst(Storm.MOST);
        bench.run(Duration.ofMinutes(1));
        assertThat(ownCards()).hasSize(Storm.MOST);
        assertThat(stormCards()).isEmpty();
    }

    @Test
    void cards_from_before_stay_and_are_kept_up_to_date() {
        List<StoredIncident> first = burst(10);
        bench.run(Duration.ofSeconds(20));
        assertThat(ownCards()).hasSize(10);
        burst(50);
        bench.run(SETTLED);
        assertThat(ownCards()).hasSize(10);
        assertThat(stormCard()).startsWith("STORM 60 60 ");
        bench.ack(first.getFirst());
        bench.run(SETTLED);
        assertThat(ownCards()).contains("INC-1 v2");
        assertThat(stormCard()).contains("acked 1 ");
    }

    @Test
    void edits_are_three_seconds_apart_and_show_a_click() {
        List<StoredIncident> all = burst(100);
        bench.run(SETTLED);
        for (StoredIncident one : all.subList(0, 50)) {
            bench.ack(one);
            bench.run(Duration.ofMillis(200));
        }
        bench.run(Duration.ofSeconds(4));
        assertThat(stormCard()).contains("acked 50 ");
        List<Instant> edits =
                bench.room.sent.stream()
                        .filter(s -> s.method().equals("update"))
                        .map(FakeRoom.Sent::at)
                        .toList();
        assertThat(edits).hasSizeBetween(3, 6);
        for (int i = 1; i < edits.size(); i++) {
            assertThat(Duration.between(edits.get(i - 1), edits.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void an_incident_gets_its_own_card_when_somebody_asks_even_across_a_crash() {
        burst(100);
        bench.run(SETTLED);
        bench.asked.ask(new IncidentId(42));
        bench.crash();
        bench.run(SETTLED);
        assertThat(ownCards()).containsExactly("INC-42 v1");
        assertThat(bench.keys.startingWith("card/")).isEmpty();
        bench.asked.ask(new IncidentId(43));
        bench.run(Duration.ofSeconds(1));
        assertThat(ownCards()).containsExactly("INC-42 v1", "INC-43 v1");
        assertThat(bench.store.behind()).isEmpty();
    }

    @Test
    void a_crash_before_anything_was_shown_loses_nothing() {
        burst(100);
        bench.crash();
        bench.run(SETTLED);
        assertThat(stormCard()).startsWith("STORM 100 100 ");
        assertThat(ownCards()).isEmpty();
        assertThat(bench.store.behind()).isEmpty();
    }

    @Test
    void a_crash_after_the_post_adopts_the_card() {
        burst(100);
        bench.room.loseReply();
        bench.run(Duration.ofMillis(100));
        assertThat(stormCards()).hasSize(1);
        assertThat(bench.store.behind()).hasSize(100);
        bench.crash();
        burst(5);
        bench.run(SETTLED);
        assertThat(stormCard()).startsWith("STORM 105 105 ");
        assertThat(bench.room.done()).anyMatch(c -> c.startsWith("find"));
        assertThat(bench.store.behind()).isEmpty();
    }

    @Test
    void it_is_over_after_five_calm_minutes_and_the_worst_get_cards_of_their_own() {
        List<StoredIncident> all = burst(100);
        bench.run(SETTLED);
        all.subList(0, 60).forEach(bench::resolve);
        bench.run(Storm.CALM.minus(SETTLED).minus(SETTLED));
        assertThat(stormCard()).startsWith("STORM 100 40 ");
        bench.run(Duration.ofSeconds(60));
        assertThat(stormCard()).startsWith("OVER 100 40 ");
        assertThat(ownCards()).hasSize(Storm.HANDED);
        assertThat(ownCards().subList(0, 4))
                .containsExactly("INC-70 v1", "INC-80 v1", "INC-90 v1", "INC-100 v1");
        assertThat(bench.room.files).hasSize(2);
    }

    @Test
    void when_all_is_resolved_nothing_of_it_is_kept() {
        List<StoredIncident> all = burst(30);
        bench.run(Storm.CALM.plus(Duration.ofMinutes(2)));
        all.forEach(bench::resolve);
        bench.crash();
        bench.run(Duration.ofMinutes(2));
        assertThat(stormCard()).startsWith("OVER 30 0 ");
        assertThat(bench.keys.startingWith("storm/")).isEmpty();
        assertThat(bench.storms.told()).isEmpty();
    }

    @Test
    void a_second_burst_soon_after_its_end_is_the_same_storm_with_a_new_card() {
        burst(30);
        bench.run(Storm.CALM.plus(Duration.ofMinutes(2)));
        burst(40);
        bench.run(SETTLED);
        assertThat(stormCards()).hasSize(2);
        assertThat(stormCards().getLast()).startsWith("STORM 70 70 ");
    }

    @Test
    void a_rate_limit_holds_up_the_storms_card_no_longer_than_slack_asks() {
        bench.room.tooMany("post", Duration.ofSeconds(6));
        burst(50);
        Instant began = bench.clock.instant();
        bench.run(SETTLED);
        List<FakeRoom.Sent> posts =
                bench.room.sent.stream().filter(s -> s.method().equals("post")).toList();
        assertThat(posts).hasSize(2);
        assertThat(posts.getFirst().failed()).isTrue();
        assertThat(Duration.between(began, posts.getLast().at()))
                .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(9));
        assertThat(stormCard()).startsWith("STORM 50 50 ");
    }

    @Test
    void a_list_that_slack_does_not_take_is_said_on_the_card_and_tried_again() {
        bench.room.refuse("file");
        burst(50);
        bench.run(Duration.ofSeconds(5));
        assertThat(stormCard()).endsWith("list TO_COME");
        bench.run(SETTLED);
        assertThat(bench.room.files).isEmpty();
        assertThat(stormCard()).endsWith("list REFUSED");
        bench.run(Duration.ofMinutes(11));
        assertThat(bench.room.files).isNotEmpty();
        assertThat(stormCard()).endsWith("list THERE");
    }

    @Test
    void a_deleted_storm_card_comes_again() {
        burst(50);
        bench.run(SETTLED);
        bench.room.shown.clear();
        burst(1);
        bench.run(SETTLED);
        assertThat(stormCard()).startsWith("STORM 51 51 ");
    }
}

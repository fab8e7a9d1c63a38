package io.frops.app.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {
    private final Bench bench = new Bench();

    private List<StoredIncident> shown(int number, Severity severity) {
        List<StoredIncident> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(bench.open(severity, i % 2 == 0 ? "backend" : "other"));
            bench.run(Duration.ofSeconds(4));
        }
        assertThat(bench.lag.size()).isZero();
        return all;
    }

    @Test
    void a_click_overtakes_two_hundred_lagging_cards() {
        List<StoredIncident> all = shown(200, Severity.SEV2);
        all.forEach(i -> bench.incidents.change(i.id(), null, changed(i)));
        bench.run(Duration.ofSeconds(10));
        StoredIncident last = all.getLast();
        assertThat(bench.room.done().subList(200, bench.room.done().size()))
                .isNotEmpty()
                .doesNotContain("update " + last.id());
        int before = bench.room.sent.size();
        bench.ack(last);
        bench.run(Duration.ofSeconds(2));
        assertThat(bench.room.done().get(before)).isEqualTo("update " + last.id());
    }

    @Test
    void a_click_at_another_replica_overtakes_two_hundred_lagging_cards() {
        List<StoredIncident> all = shown(200, Severity.SEV2);
        all.forEach(i -> bench.incidents.change(i.id(), null, changed(i)));
        bench.run(Duration.ofSeconds(10));
        StoredIncident last = all.getLast();
        int before = bench.room.sent.size();
        assertThat(bench.room.done()).doesNotContain("update " + last.id());
        bench.ackElsewhere(last);
        bench.incidents.change(last.id(), null, changed(last));
        bench.pacer.look();
        bench.run(Duration.ofSeconds(2));
        assertThat(bench.room.done().get(before)).isEqualTo("update " + last.id());
        assertThat(bench.store.behind()).noneMatch(l -> l.clicked());
    }

    @Test
    void a_card_that_a_person_wants_at_another_replica_is_posted_next() {
        for (int i = 0; i < 100; i++) {
            bench.open(Severity.SEV3);
        }
        bench.run(Duration.ofSeconds(5));
        bench.asked.ask(new IncidentId(30), Urgency.STATE);
        bench.asked.ask(new IncidentId(31), Urgency.STATE);
        bench.pacer.look();
        bench.askElsewhere(new IncidentId(77));
        bench.pacer.look();
        int before = bench.room.sent.size();
        bench.run(Duration.ofSeconds(4));
        assertThat(bench.room.done().subList(before, bench.room.done().size()))
                .filteredOn(d -> d.startsWith("post INC-"))
                .startsWith("post INC-77");
    }

    private static io.frops.core.incident.Change changed(StoredIncident incident) {
        return new io.frops.core.incident.Change.Warn(
                new io.frops.core.incident.Badge(
                        io.frops.core.incident.Badge.Kind.UNROUTED, "of " + incident.id()));
    }

    @Test
    void the_most_severe_comes_first_and_then_the_oldest() {
        bench.open(Severity.SEV4);
        bench.open(Severity.SEV2);
        bench.clock.advance(Duration.ofSeconds(1));
        bench.open(Severity.SEV1);
        bench.open(Severity.SEV2);
        bench.run(Duration.ofSeconds(10));
        assertThat(bench.room.done())
                .containsExactly("post INC-3", "post INC-2", "post INC-4", "post INC-1");
    }

    @Test
    void after_429_nothing_is_posted_before_its_time_and_the_order_is_kept() {
        bench.room.tooMany("post", Duration.ofSeconds(7));
        bench.room.tooMany("post", Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            bench.open(Severity.SEV2);
        }
        Instant began = bench.clock.instant();
        bench.run(Duration.ofSeconds(30));
        List<FakeRoom.Sent> sent = bench.room.sent;
        assertThat(sent.stream().filter(FakeRoom.Sent::failed)).hasSize(2);
        assertThat(Duration.between(began, sent.get(1).at())).isBetween(s(7), s(8));
        assertThat(Duration.between(began, sent.get(2).at())).isBetween(s(8), s(9));
        assertThat(bench.room.done())
                .containsExactly(
                        "post INC-1",
                        "post INC-2",
                        "post INC-3",
                        "post INC-4",
                        "post INC-5",
                        "post INC-6",
                        "post INC-7",
                        "post INC-8",
                        "post INC-9",
                        "post INC-10");
    }

    @Test
    void a_channel_that_must_wait_does_not_hold_up_another() {
        for (int i = 0; i < 10; i++) {
            bench.open(Severity.SEV1, "backend");
        }
        StoredIncident elsewhere = bench.open(Severity.SEV4, "other");
        bench.run(Duration.ofMillis(200));
        assertThat(bench.room.done()).contains("post " + elsewhere.id()).hasSize(4);
    }

    @Test
    void updates_stay_within_fifty_in_any_minute() {
        List<StoredIncident> all = shown(100, Severity.SEV2);
        all.forEach(bench::ack);
        Instant began = bench.clock.instant();
        bench.run(Duration.ofMinutes(3));
        List<Instant> updates =
                bench.room.sent.stream()
                        .filter(s -> s.method().equals("update"))
                        .map(FakeRoom.Sent::at)
                        .toList();
        assertThat(updates).hasSize(100).allMatch(at -> !at.isBefore(began));
        for (int i = 50; i < updates.size(); i++) {
            assertThat(Duration.between(updates.get(i - 50), updates.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void whoever_waits_is_not_read_again_and_again() {
        shown(200, Severity.SEV2).forEach(bench::ack);
        bench.run(Duration.ofSeconds(5));
        int reads = bench.reads();
        bench.run(Duration.ofSeconds(10));
        assertThat(bench.reads() - reads).isBetween(1, 40);
    }

    private static Duration s(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}

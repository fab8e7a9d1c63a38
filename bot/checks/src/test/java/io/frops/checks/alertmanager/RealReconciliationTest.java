package io.frops.checks.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.AlertKey;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.intake.Finding;
import io.frops.core.intake.Reconciliation;
import io.frops.core.intake.ReconciliationPolicy;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a real Alertmanager holds, forgets and hides, against the rules of what is believed.
/// Minutes pass on a manual clock; the program itself lives in real time.
class RealReconciliationTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Finding SURE = new Finding.Sure(RealWorld.MAIN);
    private static final Map<String, String> DOWN =
            Map.of("alertname", "Down", "cluster", "c1", "severity", "warning");
    private static final GroupId GROUP =
            GroupId.of(RealWorld.MAIN, "frops", Map.of("alertname", "Down", "cluster", "c1"));

    @TempDir Path folder;

    private RealWorld world;
    private ManualClock clock;
    private AlertSource source;
    private Instant start;
    private final List<Reconciliation.Known> known = new ArrayList<>();
    private final Reconciliation reconciliation =
            new Reconciliation(
                    RealWorld.MAIN, "frops", Optional.empty(), ReconciliationPolicy.DEFAULT);

    @BeforeEach
    void begin() {
        world = new RealWorld(folder);
        start = world.now();
        clock = new ManualClock(start);
        source = world.source(clock, world.alertmanager().address());
    }

    @AfterEach
    void end() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void restarted_with_empty_state_it_closes_nothing_and_the_resend_with_the_same_start_is_seen() {
        world.fire(DOWN, start);
        AlertKey key = awaitHeld();
        known.add(new Reconciliation.Known(GROUP, key));
        assertThat(minutes(3)).containsOnly(SURE);

        world.alertmanager().kill();
        assertThat(minutes(1)).hasOnlyElementsOfType(Finding.SourceSilent.class);
        world.alertmanager().restart();
        clock.set(world.now());
        assertThat(held()).isEmpty();
        assertThat(minutes(9)).containsOnly(SURE);

        world.fire(DOWN, start);
        assertThat(awaitHeld()).isEqualTo(key);
        assertThat(minutes(30)).containsOnly(SURE);
    }

    @Test
    void a_resolve_lost_in_a_crash_is_presumed_within_fifteen_minutes() {
        world.fire(DOWN, start);
        AlertKey key = awaitHeld();
        known.add(new Reconciliation.Known(GROUP, key));
        minutes(1);
        world.alertmanager().kill();
        world.alertmanager().restart();
        clock.set(world.now());
        int minutes = 0;
        Finding gone = new Finding.Presume(GROUP, Set.of(key));
        while (minutes < 30 && !minutes(1).contains(gone)) {
            minutes++;
        }
        assertThat(minutes).isBetween(5, 15);
    }

    @Test
    void a_firing_that_was_never_accepted_is_found() {
        world.fire(DOWN, start);
        AlertKey key = awaitHeld();
        assertThat(minutes(5)).containsOnly(SURE);
        assertThat(minutes(2))
                .anySatisfy(f ->
                        assertThat(f)
                                .isInstanceOfSatisfying(
                                        Finding.Missing.class,
                                        m -> {
                                            var told = m.notification();
                                            assertThat(
                                                            GroupId.of(
                                                                    told.source(),
                                                                    told.receiver(),
                                                                    told.groupLabels()))
                                                    .isEqualTo(GROUP);
                                            assertThat(told.alerts())
                                                    .singleElement()
                                                    .satisfies(a ->
                                                            assertThat(a.key()).isEqualTo(key));
                                        }));
    }

    @Test
    void a_silenced_inhibited_or_foreign_alert_opens_nothing() {
        world.fire(Map.of("alertname", "Foreign", "team", "elsewhere"), start);
        source.silence(
                new SilenceRequest(
                        List.of(new LabelMatcher("alertname", "Muted")),
                        start,
                        start.plusSeconds(3_600),
                        "ana",
                        "planned"));
        world.fire(Map.of("alertname", "Muted"), start);
        world.fire(Map.of("alertname", "Strong", "cluster", "c1", "severity", "critical"), start);
        world.fire(DOWN, start);
        Eventually.await("all four are held", SOON, () -> held().size() == 4);
        Eventually.await(
                "one is muted and one inhibited",
                SOON,
                () -> held().stream().filter(h -> !h.active()).count() == 2);
        assertThat(minutes(20))
                .filteredOn(Finding.Missing.class::isInstance)
                .isNotEmpty()
                .allSatisfy(f ->
                        assertThat(((Finding.Missing) f).notification().groupLabels())
                                .containsEntry("alertname", "Strong"));
    }

    private List<Finding> minutes(int count) {
        return IntStream.range(0, count).boxed().flatMap(_ -> minute().stream()).toList();
    }

    private List<Finding> minute() {
        clock.advance(Duration.ofMinutes(1));
        return reconciliation.compare(source.poll(), known, () -> false, clock.instant());
    }

    private AlertKey awaitHeld() {
        Eventually.await(
                "it is held", SOON, () -> held().stream().anyMatch(h -> !h.groups().isEmpty()));
        return held().getFirst().alert().key();
    }

    private List<Poll.Held> held() {
        return source.poll().answered().stream().flatMap(m -> m.held().stream()).toList();
    }
}

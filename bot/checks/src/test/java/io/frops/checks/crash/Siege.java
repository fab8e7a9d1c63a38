package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.World;
import io.frops.core.incident.StoredIncident;
import io.frops.core.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Alerts, clicks and commands all at once, while the bot is killed again and again at moments that
/// nobody chose.
final class Siege {
    private static final int GROUPS = 12;
    private static final int MOST_ANSWERS = 24;
    private static final int MILLIS = 250;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(10);

    private final Scene scene;
    private final Random random;
    private final AtomicBoolean over = new AtomicBoolean();
    private Duration slowest = Duration.ZERO;

    private Siege(Scene scene, long seed) {
        this.scene = scene;
        this.random = new Random(seed);
    }

    /// What came of it.
    ///
    /// @param slowest from a start until it listens again
    record Report(
            long seed,
            int kills,
            int alerts,
            int clicks,
            int commands,
            int lines,
            int cardsTooMany,
            int linesTwice,
            int adopted,
            Duration slowest) {
        @Override
        public String toString() {
            return "seed %d: %d kills; acknowledged and found: %d alerts, %d clicks, %d commands; %d cards too many, %d of %d lines told twice, %d cards adopted; slowest start %d ms"
                    .formatted(
                            seed,
                            kills,
                            alerts,
                            clicks,
                            commands,
                            cardsTooMany,
                            linesTwice,
                            lines,
                            adopted,
                            slowest.toMillis());
        }
    }

    /// @throws AssertionError when anything that was acknowledged is lost
    static Report run(Path folder, int kills, long seed) throws InterruptedException {
        try (Scene scene = new Scene(folder, Optional.empty())) {
            Siege siege = new Siege(scene, seed);
            scene.token(World.CLARA);
            return siege.run(kills, seed);
        }
    }

    private Report run(int kills, long seed) throws InterruptedException {
        Crowd crowd = new Crowd(scene, over::get);
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            String group = "siege-" + i;
            people.add(Thread.ofVirtual().start(() -> crowd.fires(group)));
        }
        people.add(Thread.ofVirtual().start(crowd::presses));
        people.add(Thread.ofVirtual().start(() -> crowd.orders("INC-1")));
        for (int i = 0; i < kills; i++) {
            killOnce();
        }
        over.set(true);
        for (Thread person : people) {
            person.join();
        }
        return report(crowd, seed);
    }

    private void killOnce() {
        long born = System.nanoTime();
        int enough = scene.ledger().size() + random.nextInt(MOST_ANSWERS);
        // Counted in answers: a slow machine gets as far as a quick one.
        Eventually.await(
                "it has lived for long enough",
                LONGEST_LIFE.multipliedBy(2),
                () ->
                        scene.ledger().size() >= enough
                                || System.nanoTime() - born > LONGEST_LIFE.toNanos());
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(MILLIS)).toNanos());
        scene.kill();
        // Between two lives the channels' pace recovers.
        scene.passes(Duration.ofSeconds(20));
        long begun = System.nanoTime();
        assertThat(scene.revive()).as("it was killed").isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    private Report report(Crowd crowd, long seed) {
        scene.await(
                "every group was heard of",
                () -> scene.state().incidents().current().size() == GROUPS);
        scene.await("no card lags", () -> scene.state().incidents().behind().isEmpty());
        scene.ledger().check(scene);
        List<StoredIncident> all = scene.read(() -> scene.state().incidents().current());
        int cards = 0;
        int twice = 0;
        int lines = 0;
        for (StoredIncident incident : all) {
            Picture picture = Picture.of(scene, incident);
            cards += picture.duplicates();
            twice += picture.doubled();
            lines += picture.lines().size();
        }
        assertThat(all.stream().map(s -> s.state().group()))
                .doesNotHaveDuplicates()
                .hasSize(GROUPS);
        assertThat(cards).as("cards too many").isLessThanOrEqualTo(scene.kills());
        assertThat(twice).as("lines told twice").isLessThanOrEqualTo(scene.kills());
        assertThat(crowd.alerts()).isPositive();
        return new Report(
                seed,
                scene.kills(),
                crowd.alerts(),
                crowd.clicks(),
                crowd.orders(),
                lines,
                cards,
                twice,
                scene.adoptions(),
                slowest);
    }
}

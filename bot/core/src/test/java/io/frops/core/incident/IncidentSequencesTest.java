package io.frops.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.AlertKey;
import io.frops.core.intake.IntakeWorld;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random sequences of notifications, clicks and times. None may break the fold, replaying the
/// events must give the stored state, and an alert belongs to one incident.
class IncidentSequencesTest {
    private static final int STEPS = 120;
    private static final int SEQUENCES = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_sequence_breaks_the_fold(long seed) {
        for (int i = 0; i < SEQUENCES; i++) {
            Random random = new Random(seed * 1000 + i);
            IntakeWorld world = new IntakeWorld();
            List<String> story = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                story.add(RandomStory.step(world, random));
                check(world, seed, i, story);
            }
        }
    }

    private static void check(IntakeWorld world, long seed, int sequence, List<String> story) {
        Map<AlertKey, IncidentId> owners = new HashMap<>();
        for (StoredIncident stored : world.store().current()) {
            assertThat(Evolution.replay(stored.events()))
                    .as("seed %d, sequence %d: %s", seed, sequence, story)
                    .isEqualTo(stored.state());
            counts(stored.state().alerts());
            for (TrackedAlert alert : stored.state().alerts().firing()) {
                IncidentId owner = owners.putIfAbsent(alert.key(), stored.id());
                assertThat(owner).as("%s has two incidents after %s", alert.key(), story).isNull();
            }
        }
    }

    /// What is kept beside the alerts is what counting them gives.
    private static void counts(Alerts alerts) {
        assertThat(alerts.firingCount()).isEqualTo(alerts.firing().size());
        assertThat(alerts.weight()).isEqualTo(Alerts.of(alerts.all()).weight());
    }
}

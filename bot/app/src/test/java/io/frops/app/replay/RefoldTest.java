package io.frops.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.GroupId;
import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.RandomStory;
import io.frops.core.incident.SeverityRules;
import io.frops.core.incident.StoredIncident;
import io.frops.core.intake.Grader;
import io.frops.core.intake.IntakeWorld;
import io.frops.core.notify.Routes;
import io.frops.core.oncall.People;
import io.frops.core.platform.Services;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folding what happened through the rules that were in force gives what was recorded.
class RefoldTest {
    private static final Setup RUNNING =
            new Setup(
                    IncidentRules.defaults(),
                    new Grader(SeverityRules.defaults(), new Services(List.of())),
                    List.of(),
                    new Routes("#incidents", Map.of(), Map.of(), "#incidents"),
                    People.NOBODY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void unchanged_rules_give_what_was_recorded_whatever_happened(long seed) {
        for (int sequence = 0; sequence < 40; sequence++) {
            Random random = new Random(seed * 1000 + sequence);
            IntakeWorld world = new IntakeWorld();
            for (int step = 0; step < 120; step++) {
                RandomStory.step(world, random);
            }
            Map<GroupId, List<StoredIncident>> groups =
                    all(world).stream().collect(Collectors.groupingBy(s -> s.state().group()));
            for (List<StoredIncident> group : groups.values()) {
                List<Course> courses = Refold.of(group, RUNNING, RUNNING, world.clock().instant());
                assertThat(courses)
                        .as("seed %d, sequence %d", seed, sequence)
                        .hasSize(group.size());
                for (int i = 0; i < courses.size(); i++) {
                    assertThat(courses.get(i).events())
                            .as("seed %d, sequence %d, %s", seed, sequence, group.get(i).id())
                            .isEqualTo(group.get(i).events());
                }
            }
        }
    }

    private static List<StoredIncident> all(IntakeWorld world) {
        List<StoredIncident> all = new ArrayList<>(world.store().current());
        world.store().closed(Integer.MAX_VALUE).stream()
                .filter(s -> all.stream().noneMatch(a -> a.id().equals(s.id())))
                .forEach(all::add);
        all.sort(Comparator.comparing(StoredIncident::id));
        return all;
    }
}

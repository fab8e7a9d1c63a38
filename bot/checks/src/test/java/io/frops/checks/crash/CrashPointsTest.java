package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The bot ends before and after each thing that it does to the world, one by one, and starts
/// again: nothing that it acknowledged is lost, and nothing is doubled.
class CrashPointsTest {
    /// Only looks: nothing is changed by them, so nothing can be lost.
    private static final Set<String> LOOKS =
            Set.of(
                    "auth.test",
                    "conversations.list",
                    "conversations.history",
                    "conversations.replies",
                    "users.info");

    @ParameterizedTest
    @EnumSource(Story.class)
    void nothing_is_lost_and_nothing_doubled(Story story, @TempDir Path folder)
            throws InterruptedException {
        Tally tally = new Tally();
        List<Thread> chains = new ArrayList<>();
        for (String side : List.of("before", "after")) {
            chains.add(
                    Thread.ofPlatform()
                            .name(side)
                            .start(() -> kill(story, side, folder.resolve(side), tally)));
        }
        for (Thread chain : chains) {
            chain.join();
        }
        System.out.println(story + ": " + tally);
        assertThat(tally.failures()).isEmpty();
        assertThat(tally.kills()).isEqualTo(2 * story.arrows().size());
        if (story == Story.COURSE) {
            // After its post, and before its row says where it is.
            assertThat(tally.adopted()).as("cards adopted").isPositive();
        }
    }

    private static void kill(Story story, String side, Path folder, Tally tally) {
        try (Chain chain = new Chain(story, folder, tally)) {
            chain.rehearse();
            story.arrows().forEach(arrow -> chain.cutOff(side + " " + arrow));
        } catch (AssertionError | RuntimeException e) {
            tally.failed("the rehearsal of " + story, e);
        }
    }

    @Test
    void every_arrow_is_a_point_where_some_story_is_cut_off(@TempDir Path folder) {
        Set<String> passed = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (Story story : Story.values()) {
            named.addAll(story.arrows());
            try (Chain chain = new Chain(story, folder.resolve(story.toString()), new Tally())) {
                passed.addAll(chain.rehearse());
            }
        }
        passed.removeAll(LOOKS);
        assertThat(passed).isEqualTo(named);
    }
}

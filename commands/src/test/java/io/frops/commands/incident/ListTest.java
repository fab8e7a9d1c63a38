package io.frops.commands.incident;

import static io.frops.commands.World.BO;
import static io.frops.commands.World.VIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.core.chat.Outcome;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is open, and what a person opens.
class ListTest {
    private final World world = new World();
    private final Shown shown = new Shown();

    @Test
    void with_none_ever_it_says_how_to_begin() {
        Golden.check("incidents-never", shown.of(world.say(VIC, "incidents")));
    }

    @Test
    void with_none_open_it_names_the_last_one() {
        IncidentId id = world.fire();
        world.say(BO, "resolve " + id + " --yes");
        world.clock.advance(Duration.ofDays(3).plusHours(1));
        Golden.check("incidents-quiet", shown.of(world.say(VIC, "incidents")));
    }

    @Test
    void the_worst_comes_first() {
        world.fire(Severity.SEV3, "a", "f1");
        world.clock.advance(Duration.ofMinutes(5));
        world.fire(Severity.SEV1, "b", "f2", "f3");
        world.clock.advance(Duration.ofMinutes(5));
        world.say(BO, "declare SEV3 \"users cannot log in\" --service=backend");
        world.say(BO, "ack 1");
        Golden.check("incidents", shown.of(world.say(VIC, "incidents")));
    }

    @Test
    void more_than_a_screenful_is_cut_in_text_and_whole_in_data() {
        for (int i = 0; i < 25; i++) {
            world.fire(Severity.SEV3, "g" + i, "f" + i);
        }
        Outcome.Done done = (Outcome.Done) world.say(VIC, "incidents");
        assertThat(shown.of(done)).contains("25 open incidents").contains("and 5 more");
        assertThat((List<?>) done.reply().data().get("incidents")).hasSize(25);
    }

    @Test
    void declaring_opens_one() {
        Golden.check(
                "declare",
                shown.of(world.say(BO, "declare sev2 users cannot log in --service=backend")));
        Golden.check("declare-form", shown.of(world.click(BO, "declare")));
        Golden.check(
                "declare-form-answered",
                shown.of(
                        world.click(
                                BO,
                                "declare --severity=SEV3 \"--text=slow search; $(x)\" --service=rag-engine")));
        Golden.check("declare-missing", shown.of(world.say(BO, "declare SEV2")));
        Golden.check("declare-severity", shown.of(world.say(BO, "declare bad things")));
        Golden.check("declare-service", shown.of(world.say(BO, "declare SEV2 x --service=front")));
    }

    @Test
    void a_replay_declares_once() {
        world.say(BO, "declare SEV2 x");
        world.again(BO, "declare SEV2 x");
        assertThat(world.store.current()).hasSize(1);
    }

    @Test
    void a_declared_incident_is_mitigated_resolved_and_reopened_by_people() {
        world.say(BO, "declare SEV2 x");
        Golden.check("mitigate", shown.of(world.say(BO, "mitigate 1")));
        Golden.check("resolve", shown.of(world.say(BO, "resolve 1")));
        Golden.check("reopen", shown.of(world.say(BO, "reopen 1")));
        Golden.check("reopen-open", shown.of(world.say(BO, "reopen 1")));
        IncidentId firing = world.fire();
        Golden.check("mitigate-firing", shown.of(world.say(BO, "mitigate " + firing)));
    }

    @Test
    void secrets_are_taken_out_before_they_are_stored() {
        world.say(BO, "declare SEV2 \"password=hunter22 leaked\"");
        world.say(BO, "note 1 token xoxb-123456789-abc");
        assertThat(world.stored(new IncidentId(1)).events().toString())
                .doesNotContain("hunter22")
                .doesNotContain("xoxb-1234");
    }
}

package io.frops.commands.incident;

import static io.frops.commands.World.ANA;
import static io.frops.commands.World.BO;
import static io.frops.commands.World.CY;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.core.access.CommandId;
import io.frops.core.chat.Outcome;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Severity;
import io.frops.core.notify.CardRow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// People work on incidents.
class WorkTest {
    private final World world = new World();
    private final Shown shown = new Shown();

    @Test
    void a_yes_to_fewer_alerts_or_to_an_earlier_end_asks_again() {
        IncidentId id = world.fire(Severity.SEV2, "a", "f1", "f2", "f3");
        String card = "resolve " + id + " --yes --assume=acknowledged/SEV2/1/";
        assertThat(world.click(BO, "resolve " + id + " --yes --assume=open/SEV2/1/1"))
                .isInstanceOf(Outcome.Confirmation.class);
        world.say(BO, "ack " + id);
        world.say(BO, "resolve " + id + " --yes");
        world.clock.advance(Duration.ofMinutes(1));
        world.say(CY, "reopen " + id);
        Outcome asked = world.click(BO, card + 3);
        assertThat(shown.of(asked)).contains("INC-1 was reopened at 09:01 UTC", "3 alerts");
        assertThat(phase(id)).isInstanceOf(Phase.Open.class);
        world.click(BO, ((Outcome.Confirmation) asked).yes().words());
        assertThat(phase(id)).isInstanceOf(Phase.Resolved.class);
    }

    @Test
    void a_card_that_lags_behind_an_acknowledgement_still_resolves() {
        IncidentId id = world.fire();
        world.say(BO, "ack " + id);
        world.click(BO, "resolve " + id + " --yes --assume=open/SEV2/1/3");
        assertThat(phase(id)).isInstanceOf(Phase.Resolved.class);
    }

    @Test
    void a_declaration_withdrawn_on_its_way_opens_nothing() {
        assertThat(
                        world.incidents.declare(
                                new CommandId("c"), BO, Severity.SEV2, "backend", "x", () -> true))
                .isEmpty();
        assertThat(world.store.current()).isEmpty();
    }

    @Test
    void acknowledging_makes_it_ones_own() {
        IncidentId id = world.fire();
        world.clock.advance(Duration.ofMinutes(4));
        Golden.check("ack", shown.of(world.say(BO, "ack " + id)));
        assertThat(phase(id)).isInstanceOf(Phase.Acknowledged.class);
    }

    @Test
    void second_ack_names_the_first_responder() {
        IncidentId id = world.fire();
        world.say(BO, "ack " + id);
        world.clock.advance(Duration.ofMinutes(4));
        Golden.check("ack-late", shown.of(world.say(CY, "ack " + id)));
    }

    @Test
    void a_replayed_command_has_no_second_effect() {
        IncidentId id = world.fire();
        world.say(BO, "note " + id + " once");
        Outcome again = world.again(BO, "note " + id + " once");
        assertThat(again).isInstanceOf(Outcome.Done.class);
        assertThat(world.stored(id).version()).isEqualTo(2);
    }

    @Test
    void a_withdrawn_change_does_not_happen() {
        IncidentId id = world.fire();
        Golden.check("withdrawn", shown.of(world.late(BO, "ack " + id)));
        assertThat(world.stored(id).version()).isEqualTo(1);
    }

    @Test
    void resolving_while_alerts_fire_asks_first() {
        IncidentId id = world.fire();
        Outcome asked = world.say(BO, "resolve " + id);
        Golden.check("resolve-firing", shown.of(asked));
        assertThat(phase(id)).isInstanceOf(Phase.Open.class);
        world.say(BO, ((Outcome.Confirmation) asked).yes().words());
        assertThat(phase(id)).isInstanceOf(Phase.Resolved.class);
    }

    @Test
    void a_click_after_resolve_says_who_resolved() {
        IncidentId id = world.fire();
        world.say(BO, "resolve " + id + " --yes");
        world.clock.advance(Duration.ofHours(2));
        Golden.check(
                "click-after-resolve",
                shown.of(world.click(CY, "ack " + id + " --assume=open/SEV2/1")));
    }

    @Test
    void escalating_names_the_levels_people() {
        IncidentId id = world.fire();
        Golden.check(
                "escalate",
                shown.of(world.say(BO, "escalate " + id + " --reason=\"disk is full\"")));
        assertThat(world.stored(id).state().ladder().level()).isEqualTo(2);
    }

    @Test
    void escalating_to_a_level_of_nobody_names_the_setting() {
        IncidentId id = world.fire();
        for (String reason : new String[] {"a", "b"}) {
            world.say(BO, "escalate " + id + " --reason=" + reason);
        }
        Golden.check("escalate-nobody", shown.of(world.say(BO, "escalate " + id + " --reason=c")));
        Golden.check("escalate-top", shown.of(world.say(BO, "escalate " + id + " --reason=d")));
    }

    @Test
    void escalating_without_a_reason_asks_for_it() {
        IncidentId id = world.fire();
        Golden.check(
                "escalate-form",
                shown.of(world.click(BO, "escalate " + id + " --assume=open/SEV2/1")));
        Golden.check("escalate-no-reason", shown.of(world.say(BO, "escalate " + id)));
    }

    @Test
    void two_who_escalate_from_one_card_raise_one_level() {
        IncidentId id = world.fire();
        world.say(BO, "escalate " + id + " --assume=open/SEV2/1 --reason=a");
        Golden.check(
                "escalate-race",
                shown.of(world.say(CY, "escalate " + id + " --assume=open/SEV2/1 --reason=b")));
        assertThat(world.stored(id).state().ladder().level()).isEqualTo(2);
    }

    @Test
    void nobody_is_asked_for_a_reason_when_it_is_over() {
        IncidentId id = world.fire();
        world.say(BO, "resolve " + id + " --yes");
        Golden.check(
                "escalate-too-late",
                shown.of(world.click(CY, "escalate " + id + " --assume=open/SEV2/1")));
    }

    @Test
    void severity_is_set_by_a_person() {
        IncidentId id = world.fire();
        Golden.check("severity", shown.of(world.say(BO, "severity " + id + " sev1")));
        Golden.check(
                "severity-race",
                shown.of(world.say(CY, "severity " + id + " SEV3 --assume=open/SEV2/1")));
        assertThat(world.stored(id).state().severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void in_a_thread_the_incident_is_the_threads() {
        IncidentId id = world.fire();
        var root = world.card(id);
        world.inThread(BO, "ack", root);
        assertThat(phase(id)).isInstanceOf(Phase.Acknowledged.class);
        world.inThread(BO, "note we restarted it", root);
        world.inThread(BO, "severity 3", root);
        assertThat(world.stored(id).state().severity()).isEqualTo(Severity.SEV3);
        Golden.check("timeline", shown.of(world.inThread(ANA, "incident", root)));
    }

    @Test
    void an_unknown_id_is_answered_with_what_is_open() {
        world.fire();
        Golden.check("unknown-id", shown.of(world.say(BO, "ack INC-99")));
        Golden.check("not-an-id", shown.of(world.say(BO, "ack backend")));
        Golden.check("which-incident", shown.of(world.say(BO, "ack")));
    }

    private Phase phase(IncidentId id) {
        return world.stored(id).state().phase();
    }

    @Test
    void an_incident_without_a_card_gets_one_when_somebody_asks() {
        IncidentId id = world.fire();
        Golden.check("card-asked", shown.of(world.say(BO, "card " + id)));
        assertThat(world.asked).containsExactly(id);
    }

    @Test
    void an_incident_with_a_card_is_told_where_it_is() {
        IncidentId id = world.fire();
        world.cards.insert(CardRow.posting(id, World.INCIDENTS, "n"));
        world.cards.replace(world.cards.of(id).getFirst().posted("1773133200.000100", 1));
        Golden.check("card-there", shown.of(world.say(BO, "card " + id)));
        assertThat(world.asked).isEmpty();
    }

    @Test
    void a_viewer_asks_for_no_card() {
        IncidentId id = world.fire();
        assertThat(world.say(World.VIC, "card " + id)).isInstanceOf(Outcome.Denied.class);
        assertThat(world.asked).isEmpty();
    }
}

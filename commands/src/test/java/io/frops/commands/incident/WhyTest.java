package io.frops.commands.incident;

import static io.frops.commands.World.BO;
import static io.frops.commands.World.CY;
import static io.frops.commands.World.VIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.commands.say.Say;
import io.frops.core.access.Actor;
import io.frops.core.access.CommandId;
import io.frops.core.alert.Activity;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.chat.Block;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Outcome;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Basis;
import io.frops.core.incident.Change;
import io.frops.core.incident.Duplicate;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Make;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An incident is explained from its events.
class WhyTest {
    private final World world = new World();
    private final Shown shown = new Shown();

    @Test
    void a_long_story_is_told_step_by_step() {
        Golden.check("why-story", why(story()));
    }

    @Test
    void in_a_thread_the_id_can_be_left_out() {
        IncidentId id = world.fire();
        MessageRef card = world.card(id);
        assertThat(shown.of(world.inThread(VIC, "why", card))).contains(id + " SEV2 is open");
        Golden.check("why-which", shown.of(world.say(VIC, "why")));
    }

    @Test
    void a_declared_one_has_no_notification() {
        world.say(BO, "declare SEV2 \"users cannot log in\" --service=backend");
        Golden.check("why-declared", why(new IncidentId(1)));
    }

    @Test
    void a_missing_heartbeat_says_so() {
        world.incidents.open(
                null,
                id ->
                        world.incidents
                                .decider()
                                .declare(
                                        id,
                                        Make.group("heartbeat"),
                                        new Origin.Heartbeat(Make.MAIN),
                                        Severity.SEV2,
                                        "none",
                                        "The heartbeat of main is missing",
                                        world.clock.instant()));
        Golden.check("why-heartbeat", why(new IncidentId(1)));
    }

    @Test
    void a_merged_one_names_the_one_to_ask() {
        IncidentId old = world.fire();
        IncidentId younger = world.fire(Severity.SEV3, "b", "f9");
        world.say(BO, "duplicate " + younger + " " + old + " --yes");
        Golden.check("why-merged", why(younger));
    }

    @Test
    void one_closed_long_ago_is_still_explained() {
        IncidentId id = world.fire();
        world.say(BO, "resolve " + id + " --yes");
        world.clock.advance(Duration.ofDays(90));
        assertThat(world.store.archive(world.stored(id))).isTrue();
        Golden.check("why-closed", why(id));
    }

    @Test
    void an_unknown_id_and_a_wrong_page_say_what_there_is() {
        world.fire();
        Golden.check("why-unknown", shown.of(world.say(VIC, "why INC-9")));
        Golden.check("why-page", shown.of(world.say(VIC, "why 1 --page=7")));
    }

    @Test
    void a_severity_without_a_recorded_reason_is_told_in_general_words() {
        IncidentId id = world.fire();
        assertThat(why(id)).contains("SEV2 (Major) by the alert's own sev label");
    }

    @Test
    void more_steps_than_fit_a_message_are_turned_by_pages_and_whole_in_the_data() {
        IncidentId id = world.fire();
        for (int i = 0; i < 30; i++) {
            world.clock.advance(Duration.ofMinutes(1));
            world.say(BO, "note " + id + " " + "long words ".repeat(150) + i);
        }
        Outcome.Done first = (Outcome.Done) world.say(VIC, "why " + id);
        assertThat((List<?>) first.reply().data().get("steps")).hasSize(31);
        String page = shown.of(first).replaceAll("(?s)data: .*", "");
        assertThat(page).contains("Steps 1 to 12 of 31.", "why INC-1 --page=2");
        assertThat(page.length()).isLessThan(12_000);
        String last = shown.of(world.say(VIC, "why 1 --page=3")).replaceAll("(?s)data: .*", "");
        assertThat(last).contains("Steps 25 to 31 of 31.", "By today's configuration");
        assertThat(last).contains("why INC-1 --page=2").doesNotContain("--page=4");
    }

    @Test
    void what_is_no_longer_at_hand_is_said_and_the_rest_explained() {
        StoredIncident whole = world.stored(story());
        int skipped = 5;
        StoredIncident tail =
                new StoredIncident(
                        whole.version(),
                        whole.state(),
                        skipped + 1,
                        whole.events().subList(skipped, whole.events().size()),
                        Map.of(),
                        false,
                        false,
                        null);
        WhyView view = new WhyView(tail, WhySteps.of(tail), List.of(), 1);
        Message message =
                new Say(World.PEOPLE).message(view.verdict(), view.blocks().toArray(Block[]::new));
        assertThat(shown.of(message))
                .contains(
                        "The first 5 events are in the history", "INC-7 was merged into this one");
    }

    private String why(IncidentId id) {
        return shown.of(world.say(VIC, "why " + id));
    }

    /// Fires, is taken, rises, is merged into, is held and presumed, ends and comes again.
    private IncidentId story() {
        Alert first = Make.alert("f1", world.clock.instant());
        Alert second = Make.alert("f2", world.clock.instant());
        IncidentId id =
                open(graded(first, Severity.SEV3, Basis.SEVERITY_LABEL, "label severity=warning"));
        CardRow row = CardRow.posting(id, World.INCIDENTS, "nonce");
        world.cards.insert(row);
        world.cards.replace(row.posted(world.clock.instant().getEpochSecond() + ".000100", 1));
        pass(2);
        world.say(BO, "ack " + id);
        report(id, graded(first, Severity.SEV3, Basis.SEVERITY_LABEL, "label severity=warning"));
        pass(1);
        report(id, graded(second, Severity.SEV2, Basis.RULE, "rule alertname=HighErrorRate"));
        world.incidents.change(
                id,
                null,
                new Change.CountDuplicate(new Duplicate(new IncidentId(7), 2, 1, Severity.SEV4)));
        pass(5);
        world.say(CY, "severity " + id + " SEV4");
        report(
                id,
                graded(
                        Make.alert("f3", world.clock.instant()),
                        Severity.SEV2,
                        Basis.RULE,
                        "rule a=b"));
        world.incidents.change(id, null, new Change.Warn(new Badge(Badge.Kind.SOURCE_UNSURE, "")));
        world.incidents.change(id, null, new Change.Lift(Badge.Kind.SOURCE_UNSURE, Actor.of(BO)));
        pass(5);
        world.incidents.change(
                id,
                null,
                new Change.CountDuplicate(new Duplicate(new IncidentId(7), 3, 0, Severity.SEV4)));
        Set<AlertKey> all = world.stored(id).state().alerts().firingKeys();
        world.incidents.change(id, null, new Change.Presume(all));
        pass(3);
        report(id, graded(first, Severity.SEV3, Basis.SEVERITY_LABEL, "label severity=warning"));
        report(id, ended(first));
        pass(1);
        doubt(id, graded(first, Severity.SEV3, Basis.SEVERITY_LABEL, "label severity=warning"));
        world.say(BO, "resolve " + id + " --yes");
        pass(12);
        report(
                id,
                graded(
                        Make.alert("f4", world.clock.instant()),
                        Severity.SEV3,
                        Basis.SEV_LABEL,
                        "label sev=3"));
        return id;
    }

    private IncidentId open(GradedAlert alert) {
        Origin origin =
                new Origin.Alerting(Make.MAIN, "frops", Map.of("alertname", "HighErrorRate"));
        Change.Report report = new Change.Report(List.of(alert), Map.of(), List.of(), false);
        return world.incidents
                .open(
                        null,
                        id ->
                                world.incidents
                                        .decider()
                                        .open(
                                                id,
                                                Make.group("HighErrorRate"),
                                                origin,
                                                "5xx above 5%",
                                                report,
                                                world.clock.instant()))
                .orElseThrow()
                .id();
    }

    private void report(IncidentId id, GradedAlert alert) {
        change(id, new Change.Report(List.of(alert), Map.of(), List.of(), false));
    }

    private void doubt(IncidentId id, GradedAlert alert) {
        Map<AlertKey, Activity.Answer> answers =
                Map.of(alert.alert().key(), Activity.Answer.ACTIVE);
        change(id, new Change.Report(List.of(alert), answers, List.of(), false));
    }

    private void change(IncidentId id, Change change) {
        world.incidents.change(id, new CommandId("report-" + change.hashCode()), change);
    }

    private GradedAlert ended(Alert alert) {
        return graded(
                Make.resolved(alert, world.clock.instant()),
                Severity.SEV3,
                Basis.SEVERITY_LABEL,
                "label severity=warning");
    }

    private static GradedAlert graded(Alert alert, Severity severity, Basis basis, String because) {
        return new GradedAlert(alert, severity, basis, "backend", because);
    }

    private void pass(int minutes) {
        world.clock.advance(Duration.ofMinutes(minutes));
    }
}

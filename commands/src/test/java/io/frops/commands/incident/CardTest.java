package io.frops.commands.incident;

import static io.frops.commands.World.BO;
import static io.frops.commands.World.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.core.alert.Alert;
import io.frops.core.chat.Block;
import io.frops.core.chat.Control;
import io.frops.core.chat.Message;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Basis;
import io.frops.core.incident.Change;
import io.frops.core.incident.Duplicate;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Make;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Samples;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.incident.Subject;
import io.frops.core.platform.Services;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How an incident looks.
class CardTest {
    private final World world = new World();
    private final Shown shown = new Shown();

    @Test
    void who_would_be_paged_now_is_named() {
        assertThat(card(world.fire(Severity.SEV3, "a", "f1")))
                .contains("Next page: now: level 1 (ana) (computed");
        IncidentId id = world.fire(Severity.SEV1, "b", "f2");
        world.clock.advance(Duration.ofMinutes(31));
        assertThat(card(id)).contains("now: level 4 (nobody: set people: in frops.yaml)");
    }

    @Test
    void a_warning_says_what_its_detail_says() {
        assertThat(Warnings.of(new Badge(Badge.Kind.UNROUTED, "#ops: it is archived")))
                .isEqualTo("Its channel cannot be used, so the card is here. #ops: it is archived");
        assertThat(Warnings.of(new Badge(Badge.Kind.TRUNCATED, "17")))
                .startsWith("17 more alerts were left out by the source; those the API still holds")
                .endsWith("when a members: address is configured.");
    }

    @Test
    void an_open_incident_offers_everything() {
        golden("card-open", world.fire());
    }

    @Test
    void an_acknowledged_one_says_who_is_on_it() {
        IncidentId id = world.fire();
        world.clock.advance(Duration.ofMinutes(4));
        world.say(BO, "ack " + id);
        world.say(BO, "escalate " + id + " --reason=x");
        golden("card-acknowledged", id);
    }

    @Test
    void a_missed_target_is_said() {
        IncidentId id = world.fire(Severity.SEV1, "a", "f1");
        world.clock.advance(Duration.ofMinutes(16));
        world.incidents.change(id, null, new Change.Tick(true, world.clock.instant()));
        golden("card-missed", id);
        world.say(BO, "ack " + id);
        golden("card-late", id);
    }

    @Test
    void the_next_page_is_computed() {
        IncidentId id = world.fire(Severity.SEV1, "a", "f1");
        world.clock.advance(Duration.ofMinutes(6));
        assertThat(card(id))
                .contains(
                        "level 3 (cy) at 09:15 UTC, then level 4 (nobody: set people: in frops.yaml)");
    }

    @Test
    void a_mitigated_one_waits_for_a_person() {
        IncidentId id = world.fire(Severity.SEV2, "a", "f1");
        clear(id);
        golden("card-mitigated", id);
    }

    @Test
    void a_resolved_one_keeps_one_line() {
        IncidentId id = world.fire();
        world.clock.advance(Duration.ofMinutes(4));
        world.say(BO, "ack " + id);
        world.clock.advance(Duration.ofMinutes(43));
        world.say(BO, "resolve " + id + " --yes");
        golden("card-resolved", id);
    }

    @Test
    void a_resolved_one_that_nobody_took_says_so() {
        IncidentId id = world.fire();
        world.say(BO, "resolve " + id + " --yes");
        assertThat(card(id)).contains("Time to acknowledge: nobody did");
    }

    @Test
    void a_merged_one_is_one_line_and_counts_at_its_target() {
        IncidentId older = world.fire(Severity.SEV2, "a", "f1");
        IncidentId newer = world.fire(Severity.SEV3, "b", "f2", "f3");
        world.say(BO, "duplicate " + newer + " " + older);
        golden("card-merged", newer);
        world.incidents.change(
                older,
                null,
                new Change.CountDuplicate(
                        new Duplicate(newer, world.stored(newer).version(), 2, Severity.SEV2)));
        world.say(OLA, "silence " + older + " --for=1h --reason=known --yes");
        world.incidents.change(
                older, null, new Change.Warn(new Badge(Badge.Kind.SOURCE_UNSURE, "")));
        golden("card-warnings", older);
        Golden.check("trust-source", shown.of(world.say(BO, "trust-source " + older)));
    }

    @Test
    void a_declared_one_has_no_alerts() {
        world.say(BO, "declare SEV4 \"typo on the login page\" --service=backend");
        golden("card-declared", new IncidentId(1));
    }

    @Test
    void every_card_fits_every_chat() {
        Stream.concat(Samples.incidents(), Stream.of(endless())).forEach(CardTest::fits);
    }

    private static StoredIncident endless() {
        String endless = "🦄 <!channel> ".repeat(2000);
        return Make.note(
                Make.incident(
                        new IncidentEvent.Opened(
                                Make.T0,
                                new IncidentId(1),
                                Make.group("x"),
                                new Origin.Declared(Make.ANA),
                                Severity.SEV1,
                                Basis.PERSON,
                                new Subject(endless, endless, Make.T0, Make.T0))),
                endless);
    }

    private static void fits(StoredIncident incident) {
        Message card = IncidentCard.of(incident, Make.T0, World.context());
        String begins = incident.id() + " " + incident.state().severity();
        assertThat(card.text()).startsWith(begins).hasSizeLessThan(500);
        assertThat(card.blocks()).hasSizeLessThanOrEqualTo(6);
        for (Block block : card.blocks()) {
            switch (block) {
                case Block.Header(var text) -> assertThat(text).hasSizeLessThanOrEqualTo(150);
                case Block.Fields(var fields) -> assertThat(fields).hasSizeLessThanOrEqualTo(10);
                case Block.Actions(var controls) -> controls.forEach(CardTest::fits);
                case Block.Section _, Block.Context _, Block.Divider _, Block.Input _ -> {}
            }
        }
    }

    private static void fits(Control control) {
        switch (control) {
            case Control.Menu(_, _, var choices, _) ->
                    assertThat(choices).allMatch(c -> c.words().length() <= 150);
            case Control.Overflow(_, var choices) ->
                    assertThat(choices)
                            .hasSizeLessThanOrEqualTo(5)
                            .allMatch(c -> c.words().length() <= 150 && c.label().length() <= 75);
            case Control.Button _, Control.LinkButton _ -> {}
        }
    }

    @Test
    void only_pages_on_the_web_are_linked() {
        assertThat(link("javascript:alert(1)")).doesNotContainKey("Runbook");
        assertThat(link("file:///etc/passwd")).doesNotContainKey("Runbook");
        assertThat(link("http:/no-host")).doesNotContainKey("Runbook");
        assertThat(link("not a url")).doesNotContainKey("Runbook");
        assertThat(link("https://runbooks.example.com/x")).containsKey("Runbook");
    }

    private static Map<String, URI> link(String runbook) {
        var alert = Make.alert("f1");
        var linked =
                new Alert(
                        alert.key(),
                        Map.of("alertname", "x"),
                        Map.of("runbook_url", runbook),
                        null,
                        runbook);
        var stored =
                Make.incident(
                        Make.opened(1, Make.group("x")),
                        new IncidentEvent.AlertsFired(Make.T0, List.of(Make.graded(linked))));
        return CardLinks.of(
                stored.state(),
                new CardContext(World.context().rules(), new Services(List.of()), World.PEOPLE));
    }

    private void clear(IncidentId id) {
        var gone =
                world.stored(id).state().alerts().firing().stream()
                        .map(a ->
                                Make.resolved(
                                        Make.alert(a.key().fingerprint(), a.key().startsAt()),
                                        world.clock.instant()))
                        .map(Make::graded)
                        .toList();
        world.incidents.change(id, null, new Change.Report(gone, Map.of(), List.of(), false));
    }

    private void golden(String name, IncidentId id) {
        Golden.check(name, card(id));
    }

    private String card(IncidentId id) {
        return shown.of(IncidentCard.of(world.stored(id), world.clock.instant(), World.context()));
    }

    @Test
    void what_names_no_service_shows_none() {
        world.say(BO, "declare SEV3 \"slow search\"");
        IncidentId id = new IncidentId(1);
        assertThat(world.stored(id).state().subject().service()).isEqualTo("none");
        String card =
                IncidentCard.of(world.stored(id), world.clock.instant(), World.context())
                        .toString();
        assertThat(card)
                .contains("INC-1 SEV3 open: slow search,")
                .doesNotContain("Service", "none)");
        world.say(BO, "resolve 1 --yes");
        assertThat(
                        IncidentCard.of(world.stored(id), world.clock.instant(), World.context())
                                .toString())
                .contains("Resolved")
                .doesNotContain("Service");
    }
}

package io.frops.commands.incident;

import static io.frops.commands.World.BO;
import static io.frops.commands.World.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.chat.Outcome;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Change;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Make;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Severity;
import io.frops.core.intake.SilenceRound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Muting alerts at their source.
class SilenceTest {
    private final World world = new World();
    private final Shown shown = new Shown();

    @Test
    void a_silence_shows_first_what_it_would_mute() {
        IncidentId id = world.fire();
        world.source.firing.add(Make.alert("f1", world.clock.instant()));
        world.source.firing.add(Make.alert("other", world.clock.instant()));
        Golden.check(
                "silence-preview",
                shown.of(world.say(OLA, "silence " + id + " --for=1h --reason=\"known; $(x)\"")));
        assertThat(world.source.silences).isEmpty();
    }

    @Test
    void a_confirmed_silence_has_owner_reason_and_incident() {
        IncidentId id = world.fire();
        Outcome.Confirmation asked =
                (Outcome.Confirmation)
                        world.say(OLA, "silence " + id + " --for 1h --reason=\"a b\"");
        Golden.check("silence", shown.of(world.say(OLA, asked.yes().words())));
        var made = world.source.silences.values().iterator().next();
        assertThat(made.comment()).isEqualTo("INC-1: a b");
        assertThat(made.owner()).isEqualTo("frops for U0OLA (U0OLA)");
        assertThat(made.until()).isEqualTo(world.clock.instant().plus(Duration.ofHours(1)));
        Golden.check(
                "silence-again",
                shown.of(world.say(OLA, "silence " + id + " --for=2h --reason=x --yes")));
        assertThat(world.source.silences).hasSize(1);
    }

    @Test
    void a_replay_makes_no_second_silence() {
        IncidentId id = world.fire();
        world.say(OLA, "silence " + id + " --for=1h --reason=x --yes");
        assertThat(world.again(OLA, "silence " + id + " --for=1h --reason=x --yes"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(world.source.silences).hasSize(1);
    }

    @Test
    void a_silence_that_may_be_written_down_is_not_taken_back() {
        IncidentId id = world.fire();
        assertThat(cutOff(id, IntegrationException.Kind.TIMEOUT))
                .isNotInstanceOf(Outcome.Done.class);
        assertThat(world.source.silences).hasSize(1);
        new SilenceRound(world.incidents, List.of(world.source)).run();
        assertThat(world.stored(id).state().silences()).hasSize(1);
    }

    @Test
    void a_silence_that_is_surely_not_written_down_is_taken_back() {
        IncidentId id = world.fire();
        assertThat(cutOff(id, IntegrationException.Kind.UNAVAILABLE))
                .isNotInstanceOf(Outcome.Done.class);
        assertThat(world.source.silences).isEmpty();
    }

    /// A silence is made, and then the store fails in this way.
    private Outcome cutOff(IncidentId id, IntegrationException.Kind kind) {
        return world.meanwhile(
                OLA,
                "silence " + id + " --for=1h --reason=x --yes",
                () -> {
                    if (!world.source.silences.isEmpty()) {
                        throw new IntegrationException("store", kind, "no answer", null);
                    }
                });
    }

    @Test
    void a_withdrawn_silence_is_not_made() {
        IncidentId id = world.fire();
        assertThat(world.late(OLA, "silence " + id + " --for=1h --reason=x --yes"))
                .isInstanceOf(Outcome.Unavailable.class);
        assertThat(world.source.silences).isEmpty();
    }

    @Test
    void what_stands_in_the_way_is_told() {
        IncidentId id = world.fire();
        world.source.api = false;
        Golden.check(
                "silence-no-api",
                shown.of(world.say(OLA, "silence " + id + " --for=1h --reason=x")));
        world.source.api = true;
        Golden.check(
                "silence-length",
                shown.of(world.say(OLA, "silence " + id + " --for=1y --reason=x")));
        Golden.check("silence-form", shown.of(world.click(OLA, "silence " + id)));
        world.say(BO, "declare SEV3 \"slow search\"");
        Golden.check(
                "silence-declared", shown.of(world.say(OLA, "silence INC-2 --for=1h --reason=x")));
    }

    @Test
    void a_route_that_groups_nothing_is_silenced_by_what_its_alerts_share() {
        var odd =
                Make.incident(
                        Make.opened(1, Make.group("x")),
                        new IncidentEvent.AlertsFired(
                                Make.T0,
                                List.of(
                                        Make.graded(Make.alert("a")),
                                        Make.graded(Make.alert("b")))));
        assertThat(LabelMatcher.words(Mute.matchers(odd.state())))
                .isEqualTo("alertname=\"HighErrorRate\"");
    }

    @Test
    void unsilence_ends_it_at_the_source_and_in_the_incident() {
        IncidentId id = world.fire();
        world.say(OLA, "silence " + id + " --for=1h --reason=x --yes");
        Golden.check("unsilence", shown.of(world.say(BO, "unsilence " + id)));
        assertThat(world.source.silences).isEmpty();
        Golden.check("unsilence-none", shown.of(world.say(BO, "unsilence " + id)));
    }

    @Test
    void duplicates_merge_newer_into_older_however_it_is_said() {
        IncidentId older = world.fire(Severity.SEV2, "a", "f1");
        IncidentId newer = world.fire(Severity.SEV2, "b", "f2");
        IncidentId newest = world.fire(Severity.SEV3, "c", "f3");
        Golden.check("duplicate-form", shown.of(world.click(BO, "duplicate " + newer)));
        Golden.check("duplicate", shown.of(world.say(BO, "duplicate " + older + " " + newer)));
        Golden.check(
                "duplicate-again", shown.of(world.say(BO, "duplicate " + newer + " " + older)));
        Golden.check(
                "duplicate-chain", shown.of(world.say(BO, "duplicate " + newest + " " + newer)));
        Golden.check("duplicate-self", shown.of(world.say(BO, "duplicate " + older + " 1")));
        Golden.check("duplicate-missing", shown.of(world.say(BO, "duplicate " + older)));
    }

    @Test
    void in_a_thread_the_other_one_is_enough() {
        IncidentId older = world.fire(Severity.SEV2, "a", "f1");
        IncidentId newer = world.fire(Severity.SEV2, "b", "f2");
        var root = world.card(newer);
        assertThat(shown.of(world.inThread(BO, "duplicate " + older, root)))
                .contains("INC-2 is merged into INC-1");
    }

    @Test
    void nothing_is_merged_into_what_is_over() {
        IncidentId older = world.fire(Severity.SEV2, "a", "f1");
        IncidentId newer = world.fire(Severity.SEV2, "b", "f2");
        world.say(BO, "resolve " + older + " --yes");
        Golden.check(
                "duplicate-resolved", shown.of(world.say(BO, "duplicate " + newer + " " + older)));
    }

    @Test
    void what_is_resolved_while_a_duplicate_is_merged_into_it_does_not_end_the_duplicate() {
        IncidentId older = world.fire(Severity.SEV2, "a", "f1");
        IncidentId newer = world.fire(Severity.SEV2, "b", "f2");
        Outcome outcome =
                world.meanwhile(
                        BO,
                        "duplicate " + newer + " " + older,
                        () -> {
                            if (!world.stored(older).state().resolved()) {
                                world.say(OLA, "resolve " + older + " --yes");
                                world.clock.advance(Duration.ofSeconds(1));
                                // Somebody else is first, so that the merge is decided anew.
                                world.store.replace(Make.note(world.stored(newer), "first"));
                            }
                        });
        Golden.check("duplicate-resolved-meanwhile", shown.of(outcome));
        assertThat(world.stored(older).state().resolved()).isTrue();
        assertThat(world.stored(newer).state().phase().word()).isEqualTo("open");
    }

    @Test
    void what_was_closed_with_its_target_says_so() {
        IncidentId older = world.fire(Severity.SEV2, "a", "f1");
        IncidentId newer = world.fire(Severity.SEV2, "b", "f2");
        world.say(BO, "duplicate " + newer + " " + older);
        world.say(BO, "resolve " + older + " --yes");
        world.incidents.change(
                newer, null, new Change.CloseWithTarget(world.stored(older).state()));
        assertThat(shown.of(world.say(BO, "ack " + newer)))
                .contains("INC-2 was closed with INC-1 at");
    }

    @Test
    void a_label_that_holds_a_secret_or_that_no_alert_carries_is_not_matched() {
        Alert alert =
                new Alert(
                        new AlertKey("f1", Make.T0),
                        Map.of("alertname", "Down", "url", "http://ana:***@db"),
                        Map.of(),
                        null,
                        "");
        assertThat(matchers(alert, Map.of("url", "http://ana:***@db")))
                .isEqualTo("alertname=\"Down\"");
        assertThat(matchers(alert, Map.of("service", "none"))).isEqualTo("alertname=\"Down\"");
        assertThat(matchers(alert, Map.of("alertname", "Down"))).isEqualTo("alertname=\"Down\"");
    }

    private static String matchers(Alert alert, Map<String, String> group) {
        var opened = Make.opened(1, Make.group("x"));
        var incident =
                Make.incident(
                        new IncidentEvent.Opened(
                                opened.at(),
                                opened.id(),
                                opened.group(),
                                new Origin.Alerting(Make.MAIN, "frops", group),
                                opened.severity(),
                                opened.basis(),
                                opened.subject()),
                        new IncidentEvent.AlertsFired(Make.T0, List.of(Make.graded(alert))));
        return LabelMatcher.words(Mute.matchers(incident.state()));
    }
}

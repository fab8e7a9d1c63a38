package io.frops.core.intake;

import static io.frops.core.incident.Make.ANA;
import static io.frops.core.incident.Make.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.Actor;
import io.frops.core.alert.Alert;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.incident.Change;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Make;
import io.frops.core.incident.OwnSilence;
import io.frops.core.incident.Silence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a silence whose making was cut off before it was written down.
class SilenceRoundTest {
    private static final IncidentId FIRST = new IncidentId(1);
    private static final IncidentId SECOND = new IncidentId(2);
    private static final String OURS = OwnSilence.owner("ana (on call)", ANA);

    private final IntakeWorld world = new IntakeWorld();
    private final SilenceRound round = new SilenceRound(world.incidents(), List.of(world.source()));

    @BeforeEach
    void two_incidents() {
        tell("a", Make.alert("a"));
        tell("b", Make.alert("b"));
    }

    private void tell(String group, Alert alert) {
        world.intake().accept(world.notification(Map.of("alertname", group), List.of(alert)));
    }

    private String made(String owner, String comment, String pod) {
        return world.source()
                .silence(
                        new SilenceRequest(
                                List.of(new LabelMatcher("pod", pod)),
                                world.clock().instant(),
                                world.clock().instant().plus(Duration.ofHours(1)),
                                owner,
                                comment));
    }

    private List<Silence> silences(IncidentId id) {
        return world.store().find(id).orElseThrow().state().silences();
    }

    @Test
    void a_silence_that_no_incident_has_is_written_into_its_own_once() {
        String id = made(OURS, "INC-1: known: \"fix\"", "a");
        round.run();
        round.run();
        assertThat(silences(FIRST))
                .containsExactly(
                        new Silence(
                                Make.MAIN,
                                id,
                                Actor.of(ANA),
                                world.clock().instant().plus(Duration.ofHours(1)),
                                "known: \"fix\"",
                                false));
        assertThat(world.store().find(FIRST).orElseThrow().events())
                .filteredOn(IncidentEvent.Silenced.class::isInstance)
                .singleElement()
                .extracting(e -> ((IncidentEvent.Silenced) e).matchers())
                .isEqualTo("pod=\"a\"");
        assertThat(silences(SECOND)).isEmpty();
        assertThat(world.source().made()).containsOnlyKeys(id);
    }

    @Test
    void an_adopted_silence_ends_with_its_incident() {
        made(OURS, "INC-1: known", "a");
        round.run();
        world.incidents().change(FIRST, null, new Change.Resolve(BEN, true));
        world.upkeep().run();
        assertThat(world.source().made()).isEmpty();
        assertThat(silences(FIRST)).allMatch(Silence::ended);
    }

    @Test
    void a_silence_whose_incident_is_over_or_merged_is_ended() {
        made(OURS, "INC-2: known", "b");
        world.incidents().change(SECOND, null, new Change.MergeInto(BEN, FIRST));
        round.run();
        assertThat(world.source().made()).isEmpty();

        made(OURS, "INC-1: known", "a");
        world.incidents().change(FIRST, null, new Change.Resolve(BEN, true));
        round.run();
        assertThat(world.source().made()).isEmpty();
        assertThat(silences(FIRST)).isEmpty();
    }

    @Test
    void a_silence_that_was_ended_here_is_ended_there() {
        made(OURS, "INC-1: known", "a");
        round.run();
        Silence silence = silences(FIRST).getFirst();
        world.incidents().change(FIRST, null, new Change.EndSilence(silence, Actor.of(BEN)));
        round.run();
        assertThat(world.source().made()).isEmpty();
    }

    @Test
    void what_people_made_elsewhere_is_never_touched() {
        made("ana", "INC-1: known", "a");
        made("frops", "INC-1: known", "a");
        made(OURS, "known, see INC-1: fix", "a");
        made(OURS + " ", "INC-1: known", "a");
        world.incidents().change(FIRST, null, new Change.Resolve(BEN, true));
        round.run();
        assertThat(world.source().made()).hasSize(4);
        assertThat(silences(FIRST)).isEmpty();
    }

    @Test
    void another_installations_silence_of_the_same_or_an_unknown_number_is_never_touched() {
        made(OURS, "INC-1: known", "theirs");
        made(OURS, "INC-77: known", "a");
        round.run();
        world.incidents().change(FIRST, null, new Change.Resolve(BEN, true));
        round.run();
        assertThat(world.source().made()).hasSize(2);
        assertThat(silences(FIRST)).isEmpty();
    }

    @Test
    void an_incident_that_cannot_be_written_keeps_no_other_from_its_silence() {
        made(OURS, "INC-1: known", "a");
        made(OURS, "INC-2: known", "b");
        world.brittle(FIRST, true);
        round.run();
        assertThat(silences(SECOND)).hasSize(1);
        world.brittle(FIRST, false);
        round.run();
        assertThat(silences(FIRST)).hasSize(1);
        assertThat(world.source().made()).hasSize(2);
    }
}

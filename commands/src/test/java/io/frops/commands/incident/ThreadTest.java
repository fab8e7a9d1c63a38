package io.frops.commands.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.core.access.Actor;
import io.frops.core.alert.Alert;
import io.frops.core.chat.Message;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Make;
import io.frops.core.incident.Samples;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What an incident's thread tells.
class ThreadTest {
    private final Shown shown = new Shown();

    @Test
    void a_duplicate_that_ends_with_its_target_says_so_in_its_thread_alone() {
        StoredIncident duplicate =
                Make.incident(
                        Make.opened(2, Make.group("x")),
                        new IncidentEvent.MergedInto(
                                Make.at(1), new IncidentId(1), Actor.of(Make.ANA)),
                        new IncidentEvent.Resolved(Make.at(2), Actor.bot(), Set.of()));
        String told = told(duplicate);
        assertThat(told).contains("Closed with INC-1.").doesNotContain("BROADCAST", "quiet");
        assertThat(shown.of(Message.of("", Timeline.of(duplicate))))
                .contains("Closed with INC-1.")
                .doesNotContain("quiet");
    }

    @Test
    void the_first_alerts_are_told_with_all_that_the_leading_one_says() {
        String endless = "what to do now ".repeat(400).strip();
        Alert plain = Make.alert("f1");
        Alert alert =
                new Alert(
                        plain.key(),
                        Map.of("alertname", "A", "path", "p".repeat(900)),
                        Map.of("description", endless, "impact", "nobody can log in"),
                        null,
                        "");
        IncidentEvent fired =
                new IncidentEvent.AlertsFired(Make.T0, List.of(Make.graded(alert, Severity.SEV1)));
        StoredIncident incident = Make.incident(Make.opened(1, Make.group("x")), fired);
        assertThat(told(incident)).contains(endless, "impact: nobody can log in", "p".repeat(900));
    }

    @Test
    void each_kind_of_event_reads_well() {
        StoredIncident sample = Samples.incidents().findFirst().orElseThrow();
        Golden.check("thread", told(sample));
    }

    @Test
    void the_first_ten_alerts_are_named() {
        StoredIncident storm =
                Make.incident(
                        Make.opened(1, Make.group("x")),
                        new IncidentEvent.AlertsFired(Make.T0, Make.storm(22)));
        assertThat(told(storm)).contains("and 12 more").contains("22 alerts fire");
    }

    @Test
    void only_a_raised_severity_and_the_end_are_shown_in_the_channel() {
        StoredIncident incident =
                Make.incident(
                        Make.opened(1, Make.group("x")),
                        new IncidentEvent.SeverityChosen(
                                Make.at(1), Severity.SEV3, Actor.of(Make.ANA)),
                        new IncidentEvent.SeverityChosen(
                                Make.at(2), Severity.SEV1, Actor.of(Make.ANA)),
                        new IncidentEvent.Acknowledged(Make.at(3), Actor.of(Make.ANA)),
                        new IncidentEvent.Resolved(Make.at(4), Actor.of(Make.ANA), Set.of()));
        List<Boolean> broadcast =
                incident.events().stream()
                        .map(e -> IncidentThread.line(incident, e, World.context()))
                        .flatMap(Optional::stream)
                        .map(ThreadLine::broadcast)
                        .toList();
        assertThat(broadcast).containsExactly(false, true, false, true);
    }

    private String told(StoredIncident incident) {
        return incident.events().stream()
                .map(e -> IncidentThread.line(incident, e, World.context()))
                .flatMap(Optional::stream)
                .map(l -> (l.broadcast() ? "BROADCAST " : "") + shown.of(l.message()))
                .collect(Collectors.joining("\n\n"));
    }
}

package io.frops.commands.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Severity;
import io.frops.core.notify.Storm;
import io.frops.core.notify.StormMember;
import io.frops.core.notify.StormMember.Stage;
import io.frops.core.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How a storm looks.
class StormCardTest {
    private static final Instant T0 = ManualClock.TUESDAY;
    private final Shown shown = new Shown();

    private static StormMember member(int number, Severity severity, Stage stage) {
        return new StormMember(
                new IncidentId(number),
                1,
                severity,
                stage,
                number % 3 == 0 ? "face-recognition" : "backend",
                "pod " + number + " is not ready",
                T0.plusSeconds(number),
                number <= 2);
    }

    private static List<StormMember> members(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(n ->
                        member(
                                n,
                                n % 50 == 0
                                        ? Severity.SEV1
                                        : n % 10 == 0 ? Severity.SEV2 : Severity.SEV3,
                                n % 7 == 0
                                        ? Stage.RESOLVED
                                        : n % 5 == 0 ? Stage.ACKNOWLEDGED : Stage.OPEN))
                .toList();
    }

    private static Storm storm(List<StormMember> members) {
        return new Storm(
                "#incidents", T0, T0.plusSeconds(45), null, Storm.Listing.THERE, 0, members);
    }

    private static Storm over(List<StormMember> members, int gone) {
        Instant end = T0.plus(Duration.ofMinutes(72));
        return new Storm(
                "#incidents", T0, T0.plusSeconds(45), end, Storm.Listing.THERE, gone, members);
    }

    private String card(Storm storm) {
        return shown.of(StormCard.of(storm));
    }

    @Test
    void a_storm_that_goes_on_names_the_worst() {
        Golden.check("storm", card(storm(members(412))));
    }

    @Test
    void a_storm_that_is_over_says_what_is_left() {
        Golden.check("storm-over", card(over(members(10), 402)));
    }

    @Test
    void a_storm_of_which_nothing_is_left_says_so() {
        List<StormMember> resolved =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(n -> member(n, Severity.SEV2, Stage.RESOLVED))
                        .toList();
        Golden.check("storm-done", card(over(resolved, 0)));
    }

    @Test
    void the_longest_of_all_still_fits() {
        List<StormMember> long_ =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(n ->
                                new StormMember(
                                        new IncidentId(999_000 + n),
                                        1,
                                        Severity.SEV1,
                                        Stage.ACKNOWLEDGED,
                                        "s".repeat(500),
                                        "w".repeat(5_000),
                                        T0,
                                        true))
                        .toList();
        assertThat(card(storm(long_)).length()).isLessThan(4_000);
    }

    @Test
    void the_list_is_csv_that_no_spreadsheet_runs() {
        StormMember bad =
                new StormMember(
                        new IncidentId(7),
                        1,
                        Severity.SEV1,
                        Stage.OPEN,
                        "=HYPERLINK(\"http://evil\")",
                        "say \"hi\", password=hunter2",
                        T0,
                        false);
        assertThat(StormList.of(storm(List.of(bad, member(1, Severity.SEV4, Stage.RESOLVED)))))
                .isEqualTo(
                        """
                        id,severity,state,service,summary,since_utc,own_card\r
                        INC-7,SEV1,open,"'=HYPERLINK(""http://evil"")","say ""hi"", password=***",2026-03-10T09:00:00Z,no\r
                        INC-1,SEV4,resolved,backend,pod 1 is not ready,2026-03-10T09:00:01Z,yes\r
                        """);
    }
}

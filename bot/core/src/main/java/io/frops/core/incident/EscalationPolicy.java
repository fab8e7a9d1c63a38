package io.frops.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When which level is paged while nobody acknowledges.
///
/// @param steps by severity, the levels with their time after the opening or reopening; a severity
///   that is missing waits for the next business day and then pages level 1
public record EscalationPolicy(Map<Severity, List<Step>> steps, BusinessHours hours) {
    /// One level's turn.
    public record Step(int level, Duration after) {}

    /// A page that is to come.
    public record Page(int level, Instant at) {}

    public EscalationPolicy {
        steps = Map.copyOf(steps);
    }

    /// Minutes for levels 1/2/3/4: SEV1 0/5/15/30; SEV2 0/15/45/-; SEV3 level 1 only; SEV4 next
    /// business day.
    public static EscalationPolicy defaults() {
        return new EscalationPolicy(
                Map.of(
                        Severity.SEV1, minutes(0, 5, 15, 30),
                        Severity.SEV2, minutes(0, 15, 45),
                        Severity.SEV3, minutes(0)),
                BusinessHours.defaults());
    }

    private static List<Step> minutes(int... after) {
        List<Step> steps = new ArrayList<>();
        for (int minutes : after) {
            steps.add(new Step(steps.size() + 1, Duration.ofMinutes(minutes)));
        }
        return steps;
    }

    /// Every page of an incident that nobody has acknowledged, in order of time.
    public List<Page> pages(Incident incident) {
        if (!(incident.phase() instanceof Phase.Open)) {
            return List.of();
        }
        Instant since = incident.ladder().since();
        List<Step> own = steps.get(incident.severity());
        if (own == null) {
            return List.of(new Page(1, hours.nextDay(since)));
        }
        return own.stream()
                .map(step -> new Page(step.level(), since.plus(step.after())))
                .sorted(Comparator.comparing(Page::at))
                .toList();
    }

    /// The next page after `now`, if any is to come.
    public Optional<Page> next(Incident incident, Instant now) {
        return pages(incident).stream().filter(p -> p.at().isAfter(now)).findFirst();
    }

    /// The highest level whose turn has come by `now`, if any.
    public Optional<Page> current(Incident incident, Instant now) {
        return pages(incident).stream()
                .filter(p -> !p.at().isAfter(now))
                .reduce((_, later) -> later);
    }
}

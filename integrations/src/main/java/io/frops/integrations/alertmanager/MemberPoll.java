package io.frops.integrations.alertmanager;

import io.frops.core.alert.Poll;
import io.frops.core.failure.IntegrationException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Asks one member what it holds.
///
/// @param receiver ours
/// @param timeout of each of the three calls, which run at the same time
record MemberPoll(String receiver, InstantSource clock, Duration timeout) {
    Poll.Member ask(AlertmanagerMember member) {
        try {
            return answered(member);
        } catch (IntegrationException e) {
            return new Poll.Silent(member.name(), e.safeMessage());
        }
    }

    /// One of the three bodies.
    private sealed interface Part {
        record Started(Instant at) implements Part {}

        record Alerts(List<ApiBodies.Listed> listed) implements Part {}

        record Groups(Map<String, List<Map<String, String>>> byFingerprint) implements Part {}
    }

    private interface Question {
        Part ask();
    }

    private Poll.Answered answered(AlertmanagerMember member) {
        List<Question> questions =
                List.of(
                        () -> new Part.Started(member.startedAt(timeout)),
                        () -> new Part.Alerts(member.alerts(timeout)),
                        () -> new Part.Groups(member.groups(receiver, timeout)));
        Instant started = Instant.MAX;
        List<ApiBodies.Listed> listed = List.of();
        Map<String, List<Map<String, String>>> groups = Map.of();
        for (Part part : AllAtOnce.run(questions, Question::ask)) {
            switch (part) {
                case Part.Started(Instant at) -> started = at;
                case Part.Alerts(var alerts) -> listed = alerts;
                case Part.Groups(var byFingerprint) -> groups = byFingerprint;
            }
        }
        var known = groups;
        return new Poll.Answered(
                member.name(),
                uptime(started),
                listed.stream().map(one -> held(one, known)).toList());
    }

    private Duration uptime(Instant started) {
        Instant now = clock.instant();
        return started.isBefore(now) ? Duration.between(started, now) : Duration.ZERO;
    }

    private static Poll.Held held(
            ApiBodies.Listed one, Map<String, List<Map<String, String>>> groups) {
        String fingerprint = one.alert().key().fingerprint();
        return new Poll.Held(
                one.alert(),
                one.active(),
                one.receivers(),
                groups.getOrDefault(fingerprint, List.of()));
    }
}

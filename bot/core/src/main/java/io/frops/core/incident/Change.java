package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.access.PersonId;
import io.frops.core.alert.Activity;
import io.frops.core.alert.AlertKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that somebody or something wants of an incident. [IncidentDecider] says what comes of
/// it.
public sealed interface Change {
    /// What an alert source told of the incident's group.
    ///
    /// @param answers what the source's API said of alerts that were in doubt; empty before it was
    ///   asked
    /// @param warnings badges that the message itself calls for
    /// @param repeat the source says that nothing is new
    record Report(
            List<GradedAlert> alerts,
            Map<AlertKey, Activity.Answer> answers,
            List<Badge> warnings,
            boolean repeat)
            implements Change {
        public Report {
            alerts = List.copyOf(alerts);
            answers = Map.copyOf(answers);
            warnings = List.copyOf(warnings);
        }

        Report with(List<GradedAlert> others, List<Badge> badges) {
            return new Report(others, answers, badges, repeat);
        }

        public Report answered(Map<AlertKey, Activity.Answer> more) {
            return new Report(alerts, more, warnings, repeat);
        }
    }

    /// These alerts were absent for long enough (design: what is true about an alert).
    record Presume(Set<AlertKey> keys) implements Change {
        public Presume {
            keys = Set.copyOf(keys);
        }
    }

    /// Puts a badge on the card.
    record Warn(Badge badge) implements Change {}

    /// Takes a badge off.
    record Lift(Badge.Kind kind, Actor by) implements Change {}

    record Acknowledge(PersonId by) implements Change {}

    /// @param assumed the level that the person saw; absent when typed
    record Escalate(PersonId by, String reason, @Nullable Integer assumed) implements Change {}

    /// @param assumed the severity that the person saw; absent when typed
    record SetSeverity(PersonId by, Severity to, @Nullable Severity assumed) implements Change {}

    /// The harm has stopped; for incidents without alerts.
    record Mitigate(PersonId by) implements Change {}

    /// @param evenIfFiring the person has been asked and said yes
    /// @param seen what the person saw then; absent when typed
    record Resolve(PersonId by, boolean evenIfFiring, @Nullable Seen seen) implements Change {
        public Resolve(PersonId by, boolean evenIfFiring) {
            this(by, evenIfFiring, null);
        }

        /// What a card showed when its button was pressed.
        ///
        /// @param phase the phase's word
        /// @param firing how many alerts fired; absent when the card did not say
        public record Seen(String phase, @Nullable Integer firing) {}
    }

    record Reopen(PersonId by) implements Change {}

    record Note(PersonId by, String text) implements Change {}

    /// A silence was made in the source.
    record Silenced(Silence silence, String matchers) implements Change {}

    /// A silence was ended in the source.
    record EndSilence(Silence silence, Actor by) implements Change {}

    /// This incident is the same as an older one.
    record MergeInto(PersonId by, IncidentId target) implements Change {}

    /// A duplicate's count, on its target.
    record CountDuplicate(Duplicate duplicate) implements Change {}

    /// The incident that this one was merged into is over. One that was over before the merge never
    /// counted this one: then the merge is undone.
    record CloseWithTarget(Incident target) implements Change {}

    /// How a source's heartbeat is: for the incident that its absence opened. Said again as long as
    /// it holds.
    ///
    /// @param since when it came back or went missing
    record HeartbeatIs(boolean beating, Instant since) implements Change {}

    /// Time has passed.
    ///
    /// @param sourceTrusted whether the source's heartbeat is there; while it is missing nothing
    ///   resolves by itself
    /// @param trustedSince quiet counts from here at the earliest: the heartbeat's return
    record Tick(boolean sourceTrusted, Instant trustedSince) implements Change {}
}

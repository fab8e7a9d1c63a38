package io.frops.core.intake;

import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.Notification;
import io.frops.core.alert.SourceName;
import java.time.Instant;
import java.util.Set;

/// What a comparison of the incidents with their source brought up. Findings are told again each
/// time they hold, so acting on one must change nothing the second time.
public sealed interface Finding {
    /// These alerts of one group are gone although no resolve came.
    record Presume(GroupId group, Set<AlertKey> keys) implements Finding {
        public Presume {
            keys = Set.copyOf(keys);
        }
    }

    /// So many alerts are gone at once that the source may have forgotten them: nothing of it is
    /// closed, and these groups' incidents are to say so.
    record Doubt(SourceName source, Set<GroupId> groups) implements Finding {
        public Doubt {
            groups = Set.copyOf(groups);
        }
    }

    /// Every member answered, and nothing of the source is in doubt or about to be.
    record Sure(SourceName source) implements Finding {}

    /// The source holds alerts of one group that no open incident has as firing: a notification
    /// that never came, was cut short, or a resolve that was not one.
    record Missing(Notification notification) implements Finding {}

    /// A member did not answer.
    ///
    /// @param why one safe sentence
    record SourceSilent(SourceName source, String member, String why) implements Finding {}

    /// @param since when it was first missed
    record HeartbeatMissing(SourceName source, Instant since) implements Finding {}

    /// @param at when it was back; quiet counts from here
    record HeartbeatBack(SourceName source, Instant at) implements Finding {}
}

package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.alert.AlertKey;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far an incident has come. Each phase offers its legal transitions and no others.
public sealed interface Phase {
    /// The word that people, programs and buttons use.
    String word();

    /// Nobody has taken it yet.
    record Open() implements Phase {
        Phase acknowledge(Ack ack) {
            return new Acknowledged(ack);
        }

        Phase mitigate(Instant at) {
            return new Mitigated(at, null);
        }

        @Override
        public String word() {
            return "open";
        }
    }

    /// Somebody is on it.
    record Acknowledged(Ack ack) implements Phase {
        Phase mitigate(Instant at) {
            return new Mitigated(at, ack);
        }

        @Override
        public String word() {
            return "acknowledged";
        }
    }

    /// Nothing fires any more; a person, or enough quiet, resolves it.
    ///
    /// @param ack who had taken it, if anybody
    record Mitigated(Instant at, @Nullable Ack ack) implements Phase {
        Phase acknowledge(Ack by) {
            return new Mitigated(at, by);
        }

        Phase relapse() {
            return ack == null ? new Open() : new Acknowledged(ack);
        }

        @Override
        public String word() {
            return "mitigated";
        }
    }

    /// Over.
    ///
    /// @param stillFiring what fired while a person resolved it: a repeat of these is not "again"
    record Resolved(Actor by, Instant at, Set<AlertKey> stillFiring) implements Phase {
        public Resolved {
            stillFiring = Set.copyOf(stillFiring);
        }

        Phase reopen() {
            return new Open();
        }

        @Override
        public String word() {
            return "resolved";
        }
    }

    /// Counted with an older incident; it closes with that.
    record Merged(IncidentId target, Actor by, Instant at) implements Phase {
        Phase close(Instant when, Set<AlertKey> stillFiring) {
            return new Resolved(Actor.bot(), when, stillFiring);
        }

        Phase undo() {
            return new Open();
        }

        @Override
        public String word() {
            return "merged";
        }
    }

    /// Who took it, and when.
    record Ack(Actor by, Instant at) {}
}

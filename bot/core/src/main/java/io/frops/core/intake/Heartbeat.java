package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of one source's heartbeat: an alert that always fires, so that silence can be told
/// from health. Pure: each method makes the next state from the one before.
///
/// @param matchers all must fit
/// @param within it is missing when it was not heard of for so long and the API does not answer
public record Heartbeat(SourceName source, List<LabelMatcher> matchers, Duration within) {
    public Heartbeat {
        matchers = List.copyOf(matchers);
        if (matchers.isEmpty()) {
            throw new IllegalArgumentException("a heartbeat without a matcher fits every alert");
        }
    }

    /// What is known of it.
    ///
    /// @param seen when it was last known to fire
    /// @param missingSince absent while it beats
    /// @param backAt when it last came back; absent if it never was missing
    public record State(Instant seen, @Nullable Instant missingSince, @Nullable Instant backAt) {
        public boolean missing() {
            return missingSince != null;
        }

        private State beating(Instant now) {
            return new State(now, null, missing() ? now : backAt);
        }

        private State missed(Instant now) {
            return missing() ? this : new State(seen, now, backAt);
        }
    }

    /// At first it counts as just seen, so that a start is not an alarm.
    public static State start(Instant now) {
        return new State(now, null, null);
    }

    public boolean is(Alert alert) {
        return matchers.stream().allMatch(m -> m.matches(alert.labels()));
    }

    /// A notification told of it.
    public State heard(State before, Alert alert, Instant now) {
        return alert.firing() ? before.beating(now) : before.missed(now);
    }

    /// The source was asked. One member that holds it is enough; a no counts only when every member
    /// answered.
    public State polled(State before, Poll poll, Instant now) {
        if (poll.answered().stream().anyMatch(this::inReply)) {
            return before.beating(now);
        }
        return poll.complete() ? before.missed(now) : passed(before, now);
    }

    /// Time passed without word of it.
    public State passed(State before, Instant now) {
        return now.isAfter(before.seen().plus(within)) ? before.missed(now) : before;
    }

    /// What there is to tell of a state, as long as it lasts: acting on it may fail, or end with
    /// the process, any number of times.
    public List<Finding> standing(State state) {
        Instant missing = state.missingSince();
        if (missing != null) {
            return List.of(new Finding.HeartbeatMissing(source, missing));
        }
        Instant back = state.backAt();
        return back == null ? List.of() : List.of(new Finding.HeartbeatBack(source, back));
    }

    /// Whether every member answered and holds it: only then does an absence in the same reply mean
    /// something.
    boolean inEveryReply(Poll poll) {
        return poll.complete() && poll.answered().stream().allMatch(this::inReply);
    }

    private boolean inReply(Poll.Answered member) {
        return member.held().stream().anyMatch(held -> is(held.alert()));
    }
}

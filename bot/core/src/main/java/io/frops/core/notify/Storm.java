package io.frops.core.notify;

import io.frops.core.notify.StormMember.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// More new incidents in one channel than people can read cards of: one card stands for all.
///
/// @param channel as the routing names it
/// @param began when the first of its incidents was opened
/// @param busy when the last one came that was one too many
/// @param ended when it was over; absent while it goes on
/// @param listing whether all of them are listed in the thread of its card
/// @param gone incidents of it that are in the history and not among `members`
public record Storm(
        String channel,
        Instant began,
        Instant busy,
        @Nullable Instant ended,
        Listing listing,
        int gone,
        List<StormMember> members) {
    /// More new incidents than this in [#WINDOW] make a storm (design: more than 20 a minute).
    public static final int MOST = 20;

    public static final Duration WINDOW = Duration.ofMinutes(1);

    /// It is over when no minute of the last five had more.
    public static final Duration CALM = Duration.ofMinutes(5);

    /// So many are named on the card; the file names all.
    public static final int NAMED = 10;

    /// When it is over, so many of those still open get cards of their own.
    public static final int HANDED = 20;

    /// The list of all incidents in the thread.
    public enum Listing {
        TO_COME,
        THERE,
        /// The chat did not take it; it is tried again.
        REFUSED
    }

    public Storm {
        members = members.stream().sorted(StormMember.WORST_FIRST).toList();
    }

    public boolean over() {
        return ended != null;
    }

    public Optional<Instant> end() {
        return Optional.ofNullable(ended);
    }

    public int total() {
        return members.size() + gone;
    }

    public int in(Stage stage) {
        int there = (int) members.stream().filter(m -> m.stage() == stage).count();
        return stage == Stage.RESOLVED ? there + gone : there;
    }

    /// Those that people still have to do with, the worst first.
    public List<StormMember> active() {
        return members.stream().filter(StormMember::active).toList();
    }
}

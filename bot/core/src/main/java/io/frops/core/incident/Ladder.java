package io.frops.core.incident;

import io.frops.core.access.Actor;
import java.time.Instant;

/// How far up an incident was escalated.
///
/// @param level 1 (on-call engineer) to 4 (executives), as the operations guide numbers them
/// @param since from when escalation counts: the opening, or the last reopening
/// @param by who raised the level last
/// @param targetMissed whether the response target passed without acknowledgement
/// @param turn the highest level whose time came while nobody had acknowledged; 0 before any did
public record Ladder(
        int level, Instant since, Actor by, Instant at, boolean targetMissed, int turn) {
    /// The guide's levels end with the executive team.
    public static final int TOP = 4;

    static Ladder start(Instant since) {
        return new Ladder(1, since, Actor.bot(), since, false, 0);
    }

    Ladder raised(int to, Actor who, Instant when) {
        return new Ladder(to, since, who, when, targetMissed, turn);
    }

    Ladder missed() {
        return new Ladder(level, since, by, at, true, turn);
    }

    Ladder turned(int to) {
        return new Ladder(level, since, by, at, targetMissed, to);
    }
}

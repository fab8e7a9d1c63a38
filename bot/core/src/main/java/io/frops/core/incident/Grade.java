package io.frops.core.incident;

import io.frops.core.access.Actor;
import java.time.Instant;

/// An incident's severity, what it rests on, and who set it last.
///
/// @param worstAlert the worst severity that any of its alerts ever had; after a person's choice
///   only a worse one raises it
public record Grade(Severity severity, Basis basis, Severity worstAlert, Actor by, Instant at) {
    Grade raised(Severity to, Basis on, Instant when) {
        return new Grade(to, on, Severity.worse(worstAlert, to), Actor.bot(), when);
    }

    Grade chosen(Severity to, Actor who, Instant when) {
        return new Grade(to, Basis.PERSON, worstAlert, who, when);
    }

    Grade seen(Severity alert) {
        return new Grade(severity, basis, Severity.worse(worstAlert, alert), by, at);
    }
}

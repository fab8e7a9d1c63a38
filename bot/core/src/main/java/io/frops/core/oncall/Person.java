package io.frops.core.oncall;

import io.frops.core.access.PersonId;
import io.frops.core.incident.Ladder;
import java.util.Set;

/// Somebody who answers.
///
/// @param name as colleagues write it, without `@`
/// @param levels the escalation levels at which they answer, 1 (on-call engineer) to 4
///   (executives); may be none
public record Person(PersonId id, String name, Set<Integer> levels) {
    public Person {
        levels = Set.copyOf(levels);
        if (name.isBlank()) {
            throw new IllegalArgumentException("people: " + id + " needs a name");
        }
        if (levels.stream().anyMatch(l -> l < 1 || l > Ladder.TOP)) {
            throw new IllegalArgumentException(
                    "people: the levels of " + name + " must be from 1 to " + Ladder.TOP);
        }
    }
}

package io.frops.core.oncall;

import io.frops.core.access.Actor;
import io.frops.core.access.PersonId;
import java.util.List;
import java.util.Optional;

/// The people of the setting `people:`, in its order.
public record People(List<Person> all) {
    public static final People NOBODY = new People(List.of());

    public People {
        all = List.copyOf(all);
    }

    /// Who answers at a level; empty when nobody is configured for it.
    public List<Person> atLevel(int level) {
        return all.stream().filter(p -> p.levels().contains(level)).toList();
    }

    public Optional<Person> find(PersonId id) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /// The name as colleagues write it; the chat's id for somebody who is not in the list.
    public String name(PersonId id) {
        return find(id).map(Person::name).orElse(id.value());
    }

    /// A name for text that mentions nobody: `frops` for the bot itself.
    public String name(Actor actor) {
        return switch (actor) {
            case Actor.Human(var id) -> name(id);
            case Actor.Bot _ -> "frops";
        };
    }
}

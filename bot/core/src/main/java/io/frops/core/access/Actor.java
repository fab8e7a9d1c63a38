package io.frops.core.access;

/// Who did something: an authenticated person, or the bot by itself.
public sealed interface Actor {
    /// A person whom a door has authenticated. Never taken from what a request says of itself.
    record Human(PersonId id) implements Actor {}

    /// The bot: a timer, a rule, an alert source's word.
    record Bot() implements Actor {}

    static Actor bot() {
        return new Bot();
    }

    static Actor of(PersonId id) {
        return new Human(id);
    }

    default boolean is(PersonId person) {
        return equals(of(person));
    }
}

package io.frops.core.chat;

import io.frops.core.access.Role;

/// What guards a command. The registry refuses a command without one.
public record Spec(Role role, Effect effect, Confirmation confirmation, Approval approval) {
    /// What the caller must confirm before it runs.
    public enum Confirmation {
        NONE,
        /// A yes is enough.
        PLAIN,
        /// The target's name must be typed.
        TYPED
    }

    /// Whether a second person must agree.
    public enum Approval {
        NONE,
        SECOND_PERSON
    }

    public Spec {
        if (effect == Effect.DANGER && confirmation == Confirmation.NONE) {
            throw new IllegalArgumentException("a dangerous command needs a confirmation");
        }
    }

    /// Looks at something; needs nothing but the role.
    public static Spec read(Role role) {
        return new Spec(role, Effect.READ, Confirmation.NONE, Approval.NONE);
    }

    /// Changes something that can be changed back.
    public static Spec change(Role role) {
        return new Spec(role, Effect.CHANGE, Confirmation.NONE, Approval.NONE);
    }
}

package io.frops.core.chat;

import io.frops.core.access.Role;
import io.frops.core.access.Standing;

/// What the [Gate] says of one invocation.
public sealed interface Verdict {
    /// Go on.
    record Run() implements Verdict {}

    /// No.
    ///
    /// @param standing who the caller is, as far as it is known
    /// @param needed the role that would do
    record Deny(Standing standing, Role needed) implements Verdict {}

    /// The caller must say yes first.
    ///
    /// @param kind never [Spec.Confirmation#NONE]
    record Confirm(Spec.Confirmation kind) implements Verdict {}

    /// A second person must agree first.
    record AwaitApproval() implements Verdict {}
}

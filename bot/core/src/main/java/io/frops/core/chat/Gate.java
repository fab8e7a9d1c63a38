package io.frops.core.chat;

import io.frops.core.access.Standing;
import io.frops.core.access.Standing.Known;
import io.frops.core.access.Standing.Outsider;
import io.frops.core.access.Standing.Unlisted;
import io.frops.core.access.Standing.Unsure;

/// The one place that says what guards what. Every door's every request passes it. Pure.
///
/// It lives beside [Spec] and not in `access`, because it reads both.
public final class Gate {
    private Gate() {}

    /// @param invocation its `confirmed` skips a plain confirmation, never a typed one and never an
    ///   approval
    public static Verdict decide(Spec spec, Standing standing, Invocation invocation) {
        return switch (standing) {
            case Known(_, var role) when role.covers(spec.role()) -> guarded(spec, invocation);
            case Known _, Unlisted _, Outsider _, Unsure _ ->
                    new Verdict.Deny(standing, spec.role());
        };
    }

    private static Verdict guarded(Spec spec, Invocation invocation) {
        return switch (spec.confirmation()) {
            case TYPED -> new Verdict.Confirm(spec.confirmation());
            case PLAIN ->
                    invocation.confirmed()
                            ? approved(spec)
                            : new Verdict.Confirm(spec.confirmation());
            case NONE -> approved(spec);
        };
    }

    private static Verdict approved(Spec spec) {
        return switch (spec.approval()) {
            case NONE -> new Verdict.Run();
            case SECOND_PERSON -> new Verdict.AwaitApproval();
        };
    }
}

package io.frops.core.incident;

import io.frops.core.access.CommandId;
import io.frops.core.alert.GroupId;
import io.frops.core.observe.Span;
import io.frops.core.observe.Trace;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One change that waits for its incident.
///
/// @param command names what was asked for; a replay has no second effect
/// @param group for what a source told: it is for the group's current incident only
/// @param unknown an earlier attempt may have been written
/// @param span where it was asked; others may serve it in another trace's thread
record Asked(
        @Nullable CommandId command,
        @Nullable GroupId group,
        Change change,
        BooleanSupplier withdrawn,
        boolean unknown,
        Span span) {
    /// Asked here.
    Asked(
            @Nullable CommandId command,
            @Nullable GroupId group,
            Change change,
            BooleanSupplier withdrawn,
            boolean unknown) {
        this(command, group, change, withdrawn, unknown, Trace.span());
    }
}

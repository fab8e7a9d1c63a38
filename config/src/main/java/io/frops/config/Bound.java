package io.frops.config;

import org.jspecify.annotations.Nullable;

/// What became of one part of the tree.
sealed interface Bound {
    /// It was read. The object is null only where the component may be absent.
    record Value(@Nullable Object object) implements Bound {}

    /// There is no value; why has been written down as a mistake or a warning.
    record Failed() implements Bound {}

    Bound FAILED = new Failed();
}

package io.frops.core.chat;

import java.util.List;

/// A thing a person can say.
///
/// @param <A> its arguments: an object whose annotated fields the registry's parser fills
public interface SlashCommand<A> {
    /// The first word, for example `ack`.
    String name();

    /// One line for the help, beginning with a verb.
    String summary();

    /// Whole command lines without `/frops`, the first one being the most usual.
    List<String> examples();

    Spec spec();

    /// A fresh arguments object for one invocation.
    A arguments();

    /// Runs it. The gate has let the caller through.
    Outcome run(A arguments, Invocation invocation);
}

package io.frops.sandbox.slack.page;

import java.util.List;

/// What the composer offers for a slash command.
///
/// @param name with the slash
/// @param usage shown behind the name, such as `[command] [arguments]`
public record CommandHint(String name, String usage, String description, List<Sub> subs) {
    /// A word that may follow the command.
    ///
    /// @param usage of its arguments, such as `INC-42`
    public record Sub(String name, String usage, String description) {}

    public CommandHint {
        subs = List.copyOf(subs);
    }
}

package io.frops.commands.incident;

import io.frops.core.chat.Text;
import java.util.List;

/// The escalation levels, as the operations guide names them.
final class Levels {
    private static final List<String> NAMES =
            List.of("on-call engineer", "team lead", "CTO", "executives");

    private Levels() {}

    /// Says that nobody answers at a level, and which setting would change that.
    static Text nobody(int level, Text before) {
        return before.plain(
                        "Nobody is configured for level " + level + ", so nobody was told: add ")
                .code("level: " + level)
                .plain(" to somebody under ")
                .code("people:")
                .plain(".");
    }

    /// @param level 1 to 4
    static String name(int level) {
        return "level " + level + " (" + NAMES.get(level - 1) + ")";
    }
}

package io.frops.core.incident;

import java.util.List;

/// All incidents that are not in the history.
///
/// @param lines one line each, by number
/// @param readOnly those that a newer version wrote, in any order; one whose damage is deeper than
///   a line shows is among the lines
public record Listed(List<Lagging> lines, List<ReadOnlyIncident> readOnly) {
    public Listed {
        lines = List.copyOf(lines);
        readOnly = List.copyOf(readOnly);
    }
}

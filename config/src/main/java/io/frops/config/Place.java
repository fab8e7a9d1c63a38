package io.frops.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Where something stands in the file; both counted from 1, as editors do.
record Place(int line, int column) implements Comparable<Place> {
    static final Place START = new Place(1, 1);

    static Place of(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(START);
    }

    /// The place after all of this text.
    static Place after(CharSequence text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean ended = text.charAt(i) == '\n';
            line += ended ? 1 : 0;
            column = ended ? 1 : column + 1;
        }
        return new Place(line, column);
    }

    @Override
    public int compareTo(Place other) {
        return line == other.line
                ? Integer.compare(column, other.column)
                : Integer.compare(line, other.line);
    }
}

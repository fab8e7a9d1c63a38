package io.frops.integrations.slack.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Collects rendered text into pieces of bounded length. What has a meaning as a whole (a link, a
/// mention, an escape) is never parted; plain text is, at a line's end or a space where it can be.
final class Pieces {
    /// Gives a formatted run the word boundary that Slack wants, at no width.
    private static final char BOUNDARY = '\u200B';

    private static final String CLOSING = ".,;:!?)]}\n";

    private final int most;
    private final List<String> done = new ArrayList<>();
    private final StringBuilder now = new StringBuilder();
    private boolean afterStyled;

    Pieces(int most) {
        this.most = most;
    }

    void atom(String rendered) {
        if (now.length() + rendered.length() > most) {
            flush();
        }
        put(rendered);
    }

    /// Text between two formatting characters.
    void styled(String raw, UnaryOperator<String> render) {
        if (!now.isEmpty() && !Character.isWhitespace(now.charAt(now.length() - 1))) {
            atom(String.valueOf(BOUNDARY));
        }
        afterStyled = false;
        text(raw, render);
        afterStyled = true;
    }

    void text(String raw, UnaryOperator<String> render) {
        String rest = raw;
        while (!rest.isEmpty()) {
            // one place is kept for a boundary
            int room = most - now.length() - 1;
            int fits = fitting(rest, render, room);
            if (fits > 0) {
                put(render.apply(rest.substring(0, fits)));
                rest = rest.substring(fits);
            }
            if (!rest.isEmpty()) {
                flush();
            }
        }
    }

    void freshLine() {
        if (!now.isEmpty() && now.charAt(now.length() - 1) != '\n') {
            atom("\n");
        }
    }

    List<String> done() {
        flush();
        return List.copyOf(done);
    }

    private void put(String rendered) {
        boolean needsGap =
                afterStyled
                        && !now.isEmpty()
                        && !rendered.isEmpty()
                        && !Character.isWhitespace(rendered.charAt(0))
                        && CLOSING.indexOf(rendered.charAt(0)) < 0
                        && rendered.charAt(0) != BOUNDARY;
        if (needsGap) {
            now.append(BOUNDARY);
        }
        afterStyled = false;
        now.append(rendered);
    }

    private void flush() {
        if (!now.toString().isBlank()) {
            done.add(now.toString());
        }
        now.setLength(0);
        afterStyled = false;
    }

    /// How many characters of `rest` fit into `room` once rendered: all, or up to a gap in the
    /// second half, or as many as fit. None rather than the first half of a word when a fresh piece
    /// would do better.
    private int fitting(String rest, UnaryOperator<String> render, int room) {
        if (rest.length() <= room && render.apply(rest).length() <= room) {
            return rest.length();
        }
        int end = Math.min(rest.length(), Math.max(room, 0));
        while (end > 0 && render.apply(rest.substring(0, end)).length() > room) {
            int over = render.apply(rest.substring(0, end)).length() - room;
            end -= Math.max(1, over / 8);
        }
        if (end <= 0) {
            return 0;
        }
        int newline = rest.lastIndexOf('\n', end - 1) + 1;
        int gap = Math.max(newline, rest.lastIndexOf(' ', end - 1) + 1);
        if (gap == 0 && !now.isEmpty()) {
            return 0;
        }
        int best = newline > end / 2 ? newline : gap > end / 2 ? gap : end;
        return Character.isHighSurrogate(rest.charAt(best - 1)) ? best - 1 : best;
    }
}

package io.frops.core.chat;

import java.util.ArrayList;
import java.util.List;

/// One pass over one command text.
final class WordSplitter {
    private static final String DOUBLE = "\"\u201C\u201D\u201E\u201F";
    private static final String SINGLE = "'\u2018\u2019\u201A\u201B";
    private static final int SHOWN = 40;

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int at;

    WordSplitter(String text) {
        this.text = text;
    }

    Words.Split split() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                end();
                at++;
            } else if (opensQuote(c)) {
                int opened = at;
                if (!quote(c)) {
                    return unbalanced(opened);
                }
            } else {
                bare(c);
            }
        }
        end();
        return new Words.Split.Of(words);
    }

    static boolean isSpecial(int c) {
        return isSpace(c) || isQuote(c) || c == '\\';
    }

    static boolean isDash(int c) {
        return c == '\u2013' || c == '\u2014';
    }

    private static boolean isQuote(int c) {
        return DOUBLE.indexOf(c) >= 0 || SINGLE.indexOf(c) >= 0;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private boolean opensQuote(char c) {
        boolean afterEquals = !word.isEmpty() && word.charAt(word.length() - 1) == '=';
        return DOUBLE.indexOf(c) >= 0 || (SINGLE.indexOf(c) >= 0 && (!begun || afterEquals));
    }

    private void bare(char c) {
        if (c == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1))) {
            word.append(text.charAt(at + 1));
            at += 2;
        } else if (isDash(c) && !begun && startsOption()) {
            word.append("--");
            at++;
        } else {
            word.append(c);
            at++;
        }
        begun = true;
    }

    /// Reads a quoted stretch; false when it never ends.
    private boolean quote(char opening) {
        begun = true;
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (closes(opening, c)) {
                at++;
                return true;
            }
            boolean escape = c == '\\' && at + 1 < text.length() && isEscapable(next());
            word.append(escape ? next() : c);
            at += escape ? 2 : 1;
        }
        return false;
    }

    private boolean closes(char opening, char c) {
        if (SINGLE.indexOf(opening) >= 0) {
            // 'it's down' has its apostrophe inside: only one before a gap closes
            boolean gap = at + 1 == text.length() || isSpace(next());
            return SINGLE.indexOf(c) >= 0 && gap;
        }
        return opening == '"' ? c == '"' : DOUBLE.indexOf(c) >= 0;
    }

    private boolean startsOption() {
        return at + 1 < text.length() && Character.isLetter(next());
    }

    private static boolean isEscapable(char c) {
        return isQuote(c) || c == '\\';
    }

    private char next() {
        return text.charAt(at + 1);
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }

    private Words.Split unbalanced(int opened) {
        String from = text.substring(opened);
        String shown = from.length() > SHOWN ? from.substring(0, SHOWN) + "\u2026" : from;
        return new Words.Split.Unbalanced(
                "The quote that opens at "
                        + shown
                        + " is never closed. Close it, or put a backslash before it.");
    }
}

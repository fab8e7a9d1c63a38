package io.frops.integrations.alertmanager;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Texts of one body: cleaned, cut, and each kept once, since 10,000 alerts of a group say mostly
/// the same. One instance serves one body.
final class Texts {
    /// Longest value of a label or annotation that is kept, in characters.
    static final int MAX_VALUE = 4_096;

    private static final int SHARED_UP_TO = 1_024;
    private static final char REPLACEMENT = '\uFFFD';
    private static final String CUT = "… (cut from ";

    private final Map<String, String> pool = new HashMap<>();

    /// A text as it may be stored: no NUL, no half of a character, at most [#MAX_VALUE] characters.
    /// A longer one is cut and says so at its end, with a hash so that two cut texts still differ.
    String value(String raw) {
        return shared(cut(clean(raw)));
    }

    private String shared(String text) {
        if (text.length() > SHARED_UP_TO) {
            return text;
        }
        String known = pool.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /// Whether a value was cut, so that it cannot stand for the real one in a matcher.
    static boolean isCut(String value) {
        return value.length() >= MAX_VALUE && value.lastIndexOf(CUT) > 0;
    }

    private static String cut(String text) {
        if (text.length() <= MAX_VALUE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE;
        return text.substring(0, end)
                + String.format(
                        Locale.ROOT,
                        "%s%,d characters, #%08x)",
                        CUT,
                        text.length(),
                        text.hashCode());
    }

    private static String clean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!fine(raw, i)) {
                return replaced(raw);
            }
        }
        return raw;
    }

    private static String replaced(String raw) {
        StringBuilder clean = new StringBuilder(raw);
        for (int i = 0; i < raw.length(); i++) {
            if (!fine(raw, i)) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    private static boolean fine(String text, int i) {
        char c = text.charAt(i);
        if (c == 0) {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        return !Character.isLowSurrogate(c)
                || (i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
    }
}

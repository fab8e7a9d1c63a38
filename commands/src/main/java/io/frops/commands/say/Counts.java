package io.frops.commands.say;

import java.util.List;

/// Numbers with their nouns.
public final class Counts {
    private Counts() {}

    /// `1 alert`, `3 alerts`.
    public static String of(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /// `no alert fires`, `1 alert fires`, `3 alerts fire`.
    public static String fire(int number) {
        return number == 0
                ? "no alert fires"
                : of(number, "alert") + (number == 1 ? " fires" : " fire");
    }

    /// `a`, `a and b`, `a, b and c`.
    public static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /// The text, cut to a length with `…` at its end where something is missing. Never cuts a
    /// character in two.
    public static String clipped(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /// The same in one line: whatever breaks lines becomes a space.
    public static String line(String text, int longest) {
        return clipped(text.strip().replaceAll("\\s+", " "), longest);
    }
}

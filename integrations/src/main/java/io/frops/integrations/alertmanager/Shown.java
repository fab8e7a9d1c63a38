package io.frops.integrations.alertmanager;

/// Makes foreign words fit for an error message: one line, bounded, no control characters.
final class Shown {
    private static final int MAX = 160;

    private Shown() {}

    static String brief(String text) {
        String head = text.substring(0, Math.min(text.length(), MAX + 1));
        String line = head.replaceAll("[\\s\\p{Cntrl}\\p{Cs}]+", " ").strip();
        return text.length() > MAX ? line.substring(0, Math.min(line.length(), MAX)) + "…" : line;
    }
}

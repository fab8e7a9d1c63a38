package io.frops.integrations.kubernetes;

import org.jspecify.annotations.Nullable;

/// Text from the cluster is anybody's text: one line, bounded.
final class Words {
    /// Room for a scheduler's longest sentence about a dozen nodes, and still one glance.
    private static final int MOST = 300;

    private Words() {}

    static String safe(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "no reason given";
        }
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MOST ? line : line.substring(0, MOST - 1) + "…";
    }

    /// `reason: message`, or whichever of them there is, or nothing.
    static String joined(@Nullable String reason, @Nullable String message) {
        boolean named = reason != null && !reason.isBlank();
        boolean told = message != null && !message.isBlank();
        if (named && told) {
            return safe(reason + ": " + message);
        }
        return named ? safe(reason) : told ? safe(message) : "";
    }
}

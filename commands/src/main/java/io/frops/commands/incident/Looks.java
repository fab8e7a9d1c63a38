package io.frops.commands.incident;

import io.frops.core.chat.Colour;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Severity;

/// Emoji and colours of severities and phases. Each comes with a word wherever it is shown.
public final class Looks {
    private Looks() {}

    public static String emoji(Phase phase) {
        return switch (phase) {
            case Phase.Open _ -> "🔥";
            case Phase.Acknowledged _ -> "👀";
            case Phase.Mitigated _ -> "🩹";
            case Phase.Resolved _ -> "✅";
            case Phase.Merged _ -> "🔗";
        };
    }

    /// By name without colons.
    public static String emoji(Severity severity) {
        return switch (severity) {
            case SEV1 -> "rotating_light";
            case SEV2 -> "red_circle";
            case SEV3 -> "large_yellow_circle";
            case SEV4 -> "large_blue_circle";
        };
    }

    static Colour colour(Incident incident) {
        return switch (incident.phase()) {
            case Phase.Resolved _ -> Colour.RESOLVED;
            case Phase.Merged _ -> Colour.NONE;
            case Phase.Mitigated _ -> Colour.INFO;
            case Phase.Open _, Phase.Acknowledged _ -> colour(incident.severity());
        };
    }

    public static Colour colour(Severity severity) {
        return switch (severity) {
            case SEV1, SEV2 -> Colour.CRITICAL;
            case SEV3 -> Colour.WARNING;
            case SEV4 -> Colour.INFO;
        };
    }
}

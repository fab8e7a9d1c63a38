package io.frops.core.incident;

import java.util.Locale;
import java.util.Optional;

/// How bad an incident is, as the operations guide defines it.
public enum Severity {
    SEV1(1, "Critical"),
    SEV2(2, "Major"),
    SEV3(3, "Minor"),
    SEV4(4, "Low");

    private final int number;
    private final String word;

    Severity(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /// The guide's word, for example `Critical`.
    public String word() {
        return word;
    }

    /// 1 for the worst, 4 for the least.
    public int number() {
        return number;
    }

    public boolean worseThan(Severity other) {
        return compareTo(other) < 0;
    }

    public static Severity worse(Severity a, Severity b) {
        return a.worseThan(b) ? a : b;
    }

    /// Reads `SEV2`, `sev2` or `2`.
    public static Optional<Severity> read(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "1", "SEV1", "SEV-1" -> Optional.of(SEV1);
            case "2", "SEV2", "SEV-2" -> Optional.of(SEV2);
            case "3", "SEV3", "SEV-3" -> Optional.of(SEV3);
            case "4", "SEV4", "SEV-4" -> Optional.of(SEV4);
            default -> Optional.empty();
        };
    }
}

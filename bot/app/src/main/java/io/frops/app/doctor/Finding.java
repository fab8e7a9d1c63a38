package io.frops.app.doctor;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.Redaction;

/// What was seen of one system.
///
/// @param seen one sentence; what it quotes from outside is made safe for a terminal
/// @param remedy what to do; empty when all is well
record Finding(String system, Verdict verdict, String seen, String remedy) {
    /// How it is.
    enum Verdict {
        OK("ok"),
        /// It works, yet somebody should know.
        WARNING("warning"),
        FAILS("fails");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Finding {
        system = safe(system);
        seen = safe(Redaction.of(seen));
        remedy = safe(remedy);
    }

    static Finding ok(String system, String seen) {
        return new Finding(system, Verdict.OK, seen, "");
    }

    static Finding warning(String system, String seen, String remedy) {
        return new Finding(system, Verdict.WARNING, seen, remedy);
    }

    static Finding fails(String system, String seen, String remedy) {
        return new Finding(system, Verdict.FAILS, seen, remedy);
    }

    static Finding fails(String system, IntegrationException e, String remedy) {
        return fails(system, e.safeMessage(), remedy);
    }

    boolean failed() {
        return verdict == Verdict.FAILS;
    }

    /// Control characters could move the cursor or colour the screen of whoever reads it.
    private static String safe(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

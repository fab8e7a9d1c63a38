package io.frops.commands.say;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what a mistyped word was meant to be.
public final class Nearest {
    private static final int LEAST_TOLERANCE = 2;
    private static final int LONGEST_WORD = 40;

    private Nearest() {}

    /// @return empty when nothing is near: better no advice than a wild guess
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        return known.stream()
                .filter(k -> begins(word, k) || distance(word, k) <= tolerance(word, k))
                .min(
                        Comparator.comparing((String k) -> !begins(word, k))
                                .thenComparingInt(k -> distance(word, k))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean begins(String word, String known) {
        return word.length() >= LEAST_TOLERANCE
                && (word.startsWith(known) || known.startsWith(word));
    }

    private static int tolerance(String word, String known) {
        int shorter = Math.min(word.length(), known.length());
        return shorter <= LEAST_TOLERANCE ? 1 : Math.max(LEAST_TOLERANCE, shorter / 3);
    }

    /// Insertions, deletions, replacements, and neighbours in the wrong order.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}

package io.frops.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// How Java's names are written in the file, and which known word somebody may have meant.
public final class Words {
    /// Comparing takes the product of the lengths; nobody slips in a longer word.
    private static final int LONGEST = 100;

    private Words() {}

    /// `botToken` and `BOT_TOKEN` are written `bot-token`; `SEV1` is left to stand as one word.
    static String kebab(String name) {
        return name.replace('_', '-')
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /// The known word nearest to a wrong one: the same letters written otherwise, or at most one
    /// slip in three letters.
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        return known.stream()
                .filter(_ -> wrong.length() <= LONGEST)
                .filter(word ->
                        distance(bare(wrong), bare(word))
                                <= Math.max(1, Math.min(3, word.length() / 3)))
                .min(Comparator.comparingInt(word -> distance(bare(wrong), bare(word))));
    }

    /// Whether two words differ only in case, spaces, `-` and `_`.
    static boolean same(String a, String b) {
        return bare(a).equals(bare(b));
    }

    private static String bare(String word) {
        return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the
    /// other.
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
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}

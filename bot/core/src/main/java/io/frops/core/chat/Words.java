package io.frops.core.chat;

import java.util.List;
import java.util.stream.Collectors;

/// Command text to words and back. There is no shell: no expansion, no substitution, nothing is
/// ever executed; a word is only ever data.
///
/// Double quotes group anywhere; single quotes group at a word's start or after `=`, so that the
/// apostrophe in `it's` is just a letter. A backslash takes a quote or a backslash literally. The
/// typographic quotes and dashes that phones put in are read as the plain ones.
public final class Words {
    private Words() {}

    /// What a text splits into.
    public sealed interface Split {
        /// The words in order; none for a blank text.
        record Of(List<String> words) implements Split {
            public Of {
                words = List.copyOf(words);
            }
        }

        /// A quote was opened and never closed.
        ///
        /// @param why one sentence for the person, with the remedy
        record Unbalanced(String why) implements Split {}
    }

    public static Split split(String text) {
        return new WordSplitter(text).split();
    }

    /// One line that splits into exactly these words again, for a control's value.
    public static String join(List<String> words) {
        return words.stream().map(Words::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        boolean plain =
                !word.isEmpty()
                        && word.chars().noneMatch(WordSplitter::isSpecial)
                        && !WordSplitter.isDash(word.charAt(0));
        if (plain) {
            return word;
        }
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

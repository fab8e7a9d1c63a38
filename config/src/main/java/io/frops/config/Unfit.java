package io.frops.config;

/// A text that is not the value a setting needs.
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final boolean quotes;

    /// @param what completes a sentence that begins with the setting's name
    Unfit(String what, String remedy) {
        this(what, remedy, false);
    }

    private Unfit(String what, String remedy, boolean quotes) {
        super(what);
        this.remedy = remedy;
        this.quotes = quotes;
    }

    /// From a value type's own words, whose first sentence names the mistake and whose others say
    /// what to write.
    static Unfit inTheWordsOf(RuntimeException refusal) {
        Sentences said = Sentences.of(refusal);
        return new Unfit(said.first(), said.rest(), true);
    }

    /// The sentence about this setting.
    ///
    /// @param shown the text as it may be shown
    /// @param open whether the text itself may be shown: a value type's own words often hold it
    String about(String path, String shown, boolean open) {
        if (quotes) {
            return open ? path + ": " + what() : path + shown + " cannot be used.";
        }
        return path + shown + " " + what();
    }

    private String what() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }

    /// What a refusing constructor said, cut after its first sentence.
    record Sentences(String first, String rest) {
        static Sentences of(RuntimeException refusal) {
            String message =
                    refusal.getMessage() == null ? "it is not valid" : refusal.getMessage();
            int end = message.indexOf(". ");
            String first = end < 0 ? message : message.substring(0, end);
            String rest = end < 0 ? "" : message.substring(end + 2);
            return new Sentences(ended(first), rest.isEmpty() ? "" : ended(rest));
        }

        private static String ended(String text) {
            return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
        }
    }
}

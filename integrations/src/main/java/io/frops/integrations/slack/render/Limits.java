package io.frops.integrations.slack.render;

/// Slack's limits, in characters unless said otherwise. Source: Slack's Block Kit reference; the
/// budget of all blocks together is what Slack was seen to take (it fails near 13,200), with a
/// margin.
final class Limits {
    static final int BLOCKS = 50;
    static final int MESSAGE = 12_000;
    static final int FALLBACK = 3_900;
    static final int HEADER = 150;
    static final int SECTION = 3_000;
    static final int CONTEXT = 2_000;
    static final int FIELDS = 10;
    static final int FIELD = 2_000;
    static final int ELEMENTS = 25;
    static final int BUTTON = 75;
    static final int VALUE = 2_000;
    static final int URL = 3_000;
    static final int OPTION = 75;
    static final int OPTION_VALUE = 150;
    static final int OPTIONS = 100;
    static final int OVERFLOW = 5;
    static final int PLACEHOLDER = 150;
    static final int CONFIRM_TITLE = 100;
    static final int CONFIRM_TEXT = 300;
    static final int CONFIRM_BUTTON = 30;
    static final int VIEW_LABEL = 24;
    static final int LABEL = 2_000;
    static final int TYPED = 3_000;
    static final int METADATA = 3_000;

    private Limits() {}

    /// Cuts a label, with an ellipsis as the sign that there was more. Never splits a pair of
    /// surrogates.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "\u2026";
    }

    /// What a control remembers cannot be cut: half a command is another command.
    static String whole(String value, int most, String what) {
        if (value.length() > most) {
            throw new IllegalArgumentException(
                    what + " has " + value.length() + " characters; Slack takes " + most);
        }
        return value;
    }
}

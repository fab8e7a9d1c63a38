package io.frops.integrations.mongo;

/// A document that this version cannot read: a newer one wrote it, or it is damaged. Never leaves
/// this package.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param why says what is wrong, without quoting values from outside
    Unreadable(String why) {
        super(why);
    }

    Unreadable(String why, Throwable cause) {
        super(why, cause);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

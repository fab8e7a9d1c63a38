package io.frops.integrations.slack.door;

/// A request that is turned away, with what to answer. Carries no stack trace: strangers cause it.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /// @param sentence names the mistake and the remedy; shown to whoever sent the request
    Refusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

package io.frops.sandbox.slack.workspace;

import java.util.List;

/// Slack's `ok: false`: an error code and, for malformed payloads, what is wrong where.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<String> messages;

    public Refusal(String code) {
        this(code, List.of());
    }

    public Refusal(String code, List<String> messages) {
        super(code, null, false, false);
        this.code = code;
        this.messages = List.copyOf(messages);
    }

    public String code() {
        return code;
    }

    public List<String> messages() {
        return messages;
    }
}

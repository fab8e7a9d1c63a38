package io.frops.sandbox.slack.interact;

import org.jspecify.annotations.Nullable;

/// What came of something a person did.
///
/// @param error why it did not reach the bot or was not accepted, as a code; null when it was
public record Deed(@Nullable String error) {
    static final Deed DONE = new Deed((String) null);

    static Deed failed(String error) {
        return new Deed(error);
    }

    static Deed of(BotReply reply) {
        return reply.accepted() ? DONE : new Deed(reply.code());
    }

    public boolean ok() {
        return error == null;
    }
}

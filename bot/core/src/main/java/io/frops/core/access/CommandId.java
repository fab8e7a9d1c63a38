package io.frops.core.access;

/// Names one thing that somebody asked for, once. A replay carries the same id, meets its own
/// effect and has no second one.
///
/// Where it comes from: the hash of the signature (Slack over HTTP), the event id, the envelope id
/// (Socket Mode), the client's `id` (`POST /commands`), or a hash of group, alerts and their states
/// (webhook).
public record CommandId(String value) {
    private static final int LONGEST = 200;

    public CommandId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a command id has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.frops.core.chat;

/// A channel, by the chat's own id.
public record ChannelId(String value) {
    public ChannelId {
        if (value.isBlank() || value.length() > 80) {
            throw new IllegalArgumentException("a channel id has 1 to 80 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

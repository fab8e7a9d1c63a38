package io.frops.core.chat;

/// Where a posted message is: its channel and the chat's own time stamp for it.
public record MessageRef(ChannelId channel, String ts) {}

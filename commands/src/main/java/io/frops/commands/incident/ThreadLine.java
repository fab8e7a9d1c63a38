package io.frops.commands.incident;

import io.frops.core.chat.Message;

/// What an event says in its incident's thread.
///
/// @param broadcast also shown in the channel: a raised severity and the end, nothing else
public record ThreadLine(Message message, boolean broadcast) {}

/// Talking to people without knowing which chat it is: messages, commands, replies.
@NullMarked
package io.frops.core.chat;

import org.jspecify.annotations.NullMarked;

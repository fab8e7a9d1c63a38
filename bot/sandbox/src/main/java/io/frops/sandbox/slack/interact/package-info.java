/// What people do: presses, submissions, commands and messages, posted to the bot with a signature.
@NullMarked
package io.frops.sandbox.slack.interact;

import org.jspecify.annotations.NullMarked;

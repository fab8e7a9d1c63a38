/// A simulated Slack workspace: Web API, a page that works like a Slack client, and signed posts to
/// the bot.
@NullMarked
package io.frops.sandbox.slack;

import org.jspecify.annotations.NullMarked;

/// Socket Mode: connections that we open to Slack, so that Slack needs no way to us.
@NullMarked
package io.frops.integrations.slack.socket;

import org.jspecify.annotations.NullMarked;

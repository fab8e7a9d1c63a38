/// Workspace values rendered as safe HTML that looks like a Slack client.
@NullMarked
package io.frops.sandbox.slack.page;

import org.jspecify.annotations.NullMarked;

/// What Slack sends us: commands, presses, forms, mentions and direct messages, guarded, then
/// mapped to one command line each.
@NullMarked
package io.frops.integrations.slack.door;

import org.jspecify.annotations.NullMarked;

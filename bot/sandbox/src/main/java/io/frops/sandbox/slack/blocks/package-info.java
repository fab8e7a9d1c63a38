/// Block Kit as Slack judges it: what is a valid block, element or view, and within which limits.
@NullMarked
package io.frops.sandbox.slack.blocks;

import org.jspecify.annotations.NullMarked;

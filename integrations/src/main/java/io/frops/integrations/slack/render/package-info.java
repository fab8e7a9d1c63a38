/// The product's words as Slack's JSON: pure functions from domain values, within Slack's limits.
@NullMarked
package io.frops.integrations.slack.render;

import org.jspecify.annotations.NullMarked;

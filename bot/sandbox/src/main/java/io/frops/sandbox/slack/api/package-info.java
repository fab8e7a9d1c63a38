/// Slack's Web API methods over the workspace, with scopes, rate limits and documented errors.
@NullMarked
package io.frops.sandbox.slack.api;

import org.jspecify.annotations.NullMarked;

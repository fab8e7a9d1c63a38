/// Slack, by its Web API and what it sends us.
@NullMarked
package io.frops.integrations.slack;

import org.jspecify.annotations.NullMarked;

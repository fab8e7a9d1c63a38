/// One trace from the notification to its card, and a bot that does not depend on it.
@NullMarked
package io.frops.checks.tracing;

import org.jspecify.annotations.NullMarked;

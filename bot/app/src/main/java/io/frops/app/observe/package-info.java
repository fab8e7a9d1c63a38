/// The bot's own logs and metrics.
@NullMarked
package io.frops.app.observe;

import org.jspecify.annotations.NullMarked;

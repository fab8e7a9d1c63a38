/// What happened is explained, and tried again under another configuration, on a whole bot.
@NullMarked
package io.frops.checks.why;

import org.jspecify.annotations.NullMarked;

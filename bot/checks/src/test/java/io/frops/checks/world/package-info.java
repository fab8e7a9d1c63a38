/// A whole bot beside a simulated Slack, in one process, with a clock that tests can push.
@NullMarked
package io.frops.checks.world;

import org.jspecify.annotations.NullMarked;

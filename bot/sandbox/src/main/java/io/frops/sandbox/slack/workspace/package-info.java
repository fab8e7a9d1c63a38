/// The workspace's state, its changes and the journal that keeps them through a crash.
@NullMarked
package io.frops.sandbox.slack.workspace;

import org.jspecify.annotations.NullMarked;

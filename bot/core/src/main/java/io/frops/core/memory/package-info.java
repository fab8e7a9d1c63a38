/// Stores that keep everything in memory: for tests, and the yardstick for real ones.
@NullMarked
package io.frops.core.memory;

import org.jspecify.annotations.NullMarked;

/// Socket Mode: the same door by another way, and what can go wrong with it.
@NullMarked
package io.frops.checks.socket;

import org.jspecify.annotations.NullMarked;

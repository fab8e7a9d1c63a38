/// Finds the real programs that some tests run.
@NullMarked
package io.frops.checks.real;

import org.jspecify.annotations.NullMarked;

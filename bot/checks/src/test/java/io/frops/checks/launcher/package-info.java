/// What happens before Java runs: finding a JDK, building, recording a start.
@NullMarked
package io.frops.checks.launcher;

import org.jspecify.annotations.NullMarked;

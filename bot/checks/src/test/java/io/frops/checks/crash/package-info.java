/// What a killed process leaves behind.
@NullMarked
package io.frops.checks.crash;

import org.jspecify.annotations.NullMarked;

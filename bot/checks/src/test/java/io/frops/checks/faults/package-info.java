/// Faults that the product survives: each test proves that its fault happened.
@NullMarked
package io.frops.checks.faults;

import org.jspecify.annotations.NullMarked;

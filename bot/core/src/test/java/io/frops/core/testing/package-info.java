/// What every room's tests use: a clock they move by hand, a race, a proxy that breaks connections.
@NullMarked
package io.frops.core.testing;

import org.jspecify.annotations.NullMarked;

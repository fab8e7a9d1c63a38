/// What adapters throw when the outside world fails.
@NullMarked
package io.frops.core.failure;

import org.jspecify.annotations.NullMarked;

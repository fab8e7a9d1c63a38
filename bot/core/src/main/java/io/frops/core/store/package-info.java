/// Small documents that are changed by compare-and-set.
@NullMarked
package io.frops.core.store;

import org.jspecify.annotations.NullMarked;

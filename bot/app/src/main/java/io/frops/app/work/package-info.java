/// What runs by itself: the ticker, reconciliation, and how it all ends.
@NullMarked
package io.frops.app.work;

import org.jspecify.annotations.NullMarked;

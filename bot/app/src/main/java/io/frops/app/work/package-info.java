/// What runs by itself, at which replica, and how it all ends.
@NullMarked
package io.frops.app.work;

import org.jspecify.annotations.NullMarked;

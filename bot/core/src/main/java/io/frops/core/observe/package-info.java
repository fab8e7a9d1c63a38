/// Following one request through its calls, and bounding how long they take.
@NullMarked
package io.frops.core.observe;

import org.jspecify.annotations.NullMarked;

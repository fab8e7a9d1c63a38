/// Which part is built from which, layer by layer.
@NullMarked
package io.frops.app.wiring;

import org.jspecify.annotations.NullMarked;

/// The guide's platform in small, to be broken and mended.
@NullMarked
package io.frops.sandbox.platform;

import org.jspecify.annotations.NullMarked;

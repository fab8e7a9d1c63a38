/// The few types that settings records share, so that an adapter can declare its settings without
/// knowing how they are read.
@NullMarked
package io.frops.core.settings;

import org.jspecify.annotations.NullMarked;

/// The services that are kept alive, and how they are.
@NullMarked
package io.frops.core.platform;

import org.jspecify.annotations.NullMarked;

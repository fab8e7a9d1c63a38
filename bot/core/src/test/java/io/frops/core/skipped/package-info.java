/// Writes down which tests were skipped, for the end of the build.
@NullMarked
package io.frops.core.skipped;

import org.jspecify.annotations.NullMarked;

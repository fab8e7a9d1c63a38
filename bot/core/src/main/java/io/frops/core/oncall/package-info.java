/// The people who answer, and which level they answer at.
@NullMarked
package io.frops.core.oncall;

import org.jspecify.annotations.NullMarked;

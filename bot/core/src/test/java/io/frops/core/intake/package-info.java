/// Tests of what is believed about an alert.
@NullMarked
package io.frops.core.intake;

import org.jspecify.annotations.NullMarked;

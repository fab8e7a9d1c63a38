/// Tests of the sample platform.
@NullMarked
package io.frops.sandbox.platform;

import org.jspecify.annotations.NullMarked;

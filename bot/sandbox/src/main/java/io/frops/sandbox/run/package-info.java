/// The sandbox as a whole: all embedded, nothing else installed.
@NullMarked
package io.frops.sandbox.run;

import org.jspecify.annotations.NullMarked;

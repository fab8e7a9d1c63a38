/// Does the whole hold: acceptance, browser, fault and crash tests.
@NullMarked
package io.frops.checks;

import org.jspecify.annotations.NullMarked;

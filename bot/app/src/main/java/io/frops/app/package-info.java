/// How it runs: main, wiring, HTTP routes, reconcilers, terminal client.
@NullMarked
package io.frops.app;

import org.jspecify.annotations.NullMarked;

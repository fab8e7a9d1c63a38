/// Reads health from the simulated Kubernetes and from a real one, by one suite.
@NullMarked
package io.frops.checks.kubernetes;

import org.jspecify.annotations.NullMarked;

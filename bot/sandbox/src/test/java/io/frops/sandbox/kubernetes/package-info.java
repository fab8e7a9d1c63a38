/// Tests of the simulated Kubernetes API, call by call.
@NullMarked
package io.frops.sandbox.kubernetes;

import org.jspecify.annotations.NullMarked;

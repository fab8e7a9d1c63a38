/// Kubernetes, read as a restricted user.
@NullMarked
package io.frops.integrations.kubernetes;

import org.jspecify.annotations.NullMarked;

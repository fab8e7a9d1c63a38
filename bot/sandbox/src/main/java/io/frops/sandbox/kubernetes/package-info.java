/// A read-only Kubernetes API whose pods follow what happens to the sample platform.
@NullMarked
package io.frops.sandbox.kubernetes;

import org.jspecify.annotations.NullMarked;

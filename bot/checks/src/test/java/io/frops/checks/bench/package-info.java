/// How fast and how large, beside peers in the same run; not part of the gate.
@NullMarked
package io.frops.checks.bench;

import org.jspecify.annotations.NullMarked;

/// The whole bot beside a real Alertmanager that forgets, hides, waits and dies.
@NullMarked
package io.frops.checks.reconcile;

import org.jspecify.annotations.NullMarked;

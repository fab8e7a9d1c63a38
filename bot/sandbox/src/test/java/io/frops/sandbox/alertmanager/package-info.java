/// Tests of the simulated Alertmanager.
@NullMarked
package io.frops.sandbox.alertmanager;

import org.jspecify.annotations.NullMarked;

/// Tests against a real Alertmanager.
@NullMarked
package io.frops.checks.alertmanager;

import org.jspecify.annotations.NullMarked;

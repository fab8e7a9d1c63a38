/// Prometheus Alertmanager: its webhook, its alerts and silences.
@NullMarked
package io.frops.integrations.alertmanager;

import org.jspecify.annotations.NullMarked;

/// Tests of how we speak to Alertmanager.
@NullMarked
package io.frops.integrations.alertmanager;

import org.jspecify.annotations.NullMarked;

/// From an alert source's word to an incident: acceptance, doubt, and reconciliation.
@NullMarked
package io.frops.core.intake;

import org.jspecify.annotations.NullMarked;

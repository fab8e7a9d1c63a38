/// What an incident is: its events, its states, and what may change it.
@NullMarked
package io.frops.core.incident;

import org.jspecify.annotations.NullMarked;

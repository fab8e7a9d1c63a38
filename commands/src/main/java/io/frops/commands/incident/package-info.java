/// What can be said of incidents, their cards and their threads.
@NullMarked
package io.frops.commands.incident;

import org.jspecify.annotations.NullMarked;

/// How a storm of incidents looks: one card, and the list of all.
@NullMarked
package io.frops.commands.storm;

import org.jspecify.annotations.NullMarked;

/// How the services are, verdict first.
@NullMarked
package io.frops.commands.health;

import org.jspecify.annotations.NullMarked;

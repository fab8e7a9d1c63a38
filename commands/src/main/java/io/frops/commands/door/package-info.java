/// From words to an outcome: which command, who may, which arguments.
@NullMarked
package io.frops.commands.door;

import org.jspecify.annotations.NullMarked;

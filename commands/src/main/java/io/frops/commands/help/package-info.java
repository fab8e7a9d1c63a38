/// Finding out what can be said, and who one is.
@NullMarked
package io.frops.commands.help;

import org.jspecify.annotations.NullMarked;

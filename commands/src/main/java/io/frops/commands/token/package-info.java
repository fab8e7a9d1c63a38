/// Personal tokens for the terminal and other doors.
@NullMarked
package io.frops.commands.token;

import org.jspecify.annotations.NullMarked;

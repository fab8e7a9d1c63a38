/// What a person can say: one class a command, its view beside it.
@NullMarked
package io.frops.commands;

import org.jspecify.annotations.NullMarked;

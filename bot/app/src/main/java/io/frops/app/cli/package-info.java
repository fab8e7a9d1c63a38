/// The terminal's side: finds the subcommands on the class path, explains them, runs one.
@NullMarked
package io.frops.app.cli;

import org.jspecify.annotations.NullMarked;

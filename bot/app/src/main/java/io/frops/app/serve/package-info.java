/// The subcommands that run the bot and talk to it.
@NullMarked
package io.frops.app.serve;

import org.jspecify.annotations.NullMarked;

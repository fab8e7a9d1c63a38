package io.frops.commands.token;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What to do with tokens; making one when nothing is said.
@Command
final class TokenArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "list|revoke")
    String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME")
    String name = "";
}

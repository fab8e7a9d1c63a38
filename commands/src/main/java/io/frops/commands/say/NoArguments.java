package io.frops.commands.say;

import picocli.CommandLine.Command;

/// For commands that take no words: any further word is refused.
@Command
public final class NoArguments {}

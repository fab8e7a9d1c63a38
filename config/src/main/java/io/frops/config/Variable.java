package io.frops.config;

/// An environment variable that the product knows.
///
/// @param path the setting over which it wins, for example `slack.bot-token`; empty when it is only
///   used by `${NAME}` in the file
/// @param hint where its value comes from: the remedy when it is not set
/// @param example stands for it while a file is checked where it is not set
public record Variable(String name, String path, String hint, String example) {}

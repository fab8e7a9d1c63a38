package io.frops.config;

/// One thing wrong in the settings.
///
/// @param file the file as the caller named it
/// @param line counted from 1
/// @param column counted from 1
/// @param path the setting, for example `alertmanagers[0].token`; empty for the file as a whole
/// @param what the mistake in one sentence; never holds a secret's value
/// @param remedy what to write or do instead
public record Mistake(
        Level level, String file, int line, int column, String path, String what, String remedy) {
    /// Whether the settings can be used all the same.
    public enum Level {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return level == Level.ERROR;
    }

    /// As a compiler would print it: `file:line:column: what`, and the remedy on a line of its own.
    public String render() {
        String mark = isError() ? "" : "warning: ";
        String end = remedy.isEmpty() ? "" : "\n    " + remedy;
        return file + ":" + line + ":" + column + ": " + mark + what + end;
    }
}

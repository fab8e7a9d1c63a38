package io.frops.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of settings: `slack.bot-token`, `alertmanagers[0].token`.
final class Paths {
    private static final Pattern LAST = Pattern.compile("(?:\\.?[^.\\[\\]]+|\\[\\d+])$");

    private Paths() {}

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    /// What this setting is part of; empty for a setting at the top.
    static String parent(String path) {
        Matcher last = LAST.matcher(path);
        return last.find() ? path.substring(0, last.start()) : "";
    }

    /// ` under routing`, or nothing at the top.
    static String under(String path) {
        return path.isEmpty() ? "" : " under " + path;
    }
}

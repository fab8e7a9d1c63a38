package io.frops.app.doctor;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The scopes of `config/slack-manifest.yaml`, and what does not work without each.
final class Scopes {
    static final Map<String, String> NEEDED =
            Map.ofEntries(
                    entry("app_mentions:read", "commands by @frops in a thread"),
                    entry("channels:history", "finding its own cards again after a crash"),
                    entry("channels:join", "joining the public channels it posts to"),
                    entry("channels:read", "turning channel names into ids"),
                    entry("chat:write", "cards, threads and answers"),
                    entry("commands", "the command /frops"),
                    entry("files:write", "the list of all incidents of a storm"),
                    entry("groups:history", "finding its own cards again in private channels"),
                    entry("groups:read", "turning the names of private channels into ids"),
                    entry("im:history", "reading direct messages to it"),
                    entry("im:write", "writing to people directly"),
                    entry("usergroups:read", "roles by user group"),
                    entry("users:read", "telling members from guests"));

    private Scopes() {}

    /// Each with its use in brackets.
    static List<String> withUse(Collection<String> scopes) {
        return scopes.stream().map(s -> s + " (" + NEEDED.get(s) + ")").toList();
    }
}

package io.frops.sandbox.slack.api;

import java.util.Set;

/// What the installed app holds.
///
/// @param scopes the granted ones
public record Access(String botToken, Set<String> scopes) {
    /// Every scope that a simulated method asks for.
    public static final Set<String> ALL =
            Set.of(
                    "app_mentions:read",
                    "channels:history",
                    "channels:join",
                    "channels:read",
                    "chat:write",
                    "chat:write.public",
                    "commands",
                    "files:write",
                    "groups:history",
                    "groups:read",
                    "im:history",
                    "im:read",
                    "im:write",
                    "reactions:write",
                    "team:read",
                    "usergroups:read",
                    "users:read",
                    "users:read.email");

    public Access {
        scopes = Set.copyOf(scopes);
    }
}

package io.frops.sandbox.slack.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the installed app holds.
///
/// @param scopes the granted ones
/// @param app the app-level token; null for an app that Slack reaches over HTTP, otherwise Socket
///   Mode is on
public record Access(String botToken, Set<String> scopes, @Nullable App app) {
    /// An app-level token.
    ///
    /// @param token begins with `xapp-`
    public record App(String token, Set<String> scopes) {
        public static final String CONNECTIONS = "connections:write";

        public App {
            scopes = Set.copyOf(scopes);
        }
    }

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

    public Access(String botToken, Set<String> scopes) {
        this(botToken, scopes, null);
    }

    /// The same with Socket Mode.
    public Access withSocketMode(String appToken) {
        return new Access(botToken, scopes, new App(appToken, Set.of(App.CONNECTIONS)));
    }
}

package io.frops.integrations.slack;

import io.frops.core.settings.Default;
import io.frops.core.settings.Secret;
import java.net.URI;
import java.util.Optional;

/// How to reach Slack, and how to know that it is Slack who calls.
///
/// @param botToken begins with `xoxb-`
/// @param signingSecret checks the signature of what Slack posts
/// @param appToken begins with `xapp-`; when it is there, Slack is listened to by Socket Mode and
///   posts nothing
/// @param apiUrl where Web API methods are called, ending in `/`; response URLs are called on its
///   host only
/// @param team the only workspace whose people are let in; when absent, the one that the bot token
///   belongs to
public record SlackSettings(
        Secret botToken,
        Secret signingSecret,
        Optional<Secret> appToken,
        @Default("https://slack.com/api/") URI apiUrl,
        Optional<String> team) {
    public SlackSettings {
        if (appToken.isPresent() && !appToken.get().reveal().startsWith("xapp-")) {
            throw new IllegalArgumentException(
                    "app-token: must begin with xapp-. Copy it from Basic Information > App-Level Tokens, or leave it"
                            + " out to be reached over HTTP");
        }
        if (!apiUrl.getPath().endsWith("/")) {
            throw new IllegalArgumentException(
                    "api-url: must end in a slash. Slack's own is https://slack.com/api/");
        }
        if (team.isPresent() && !team.get().matches("[TE][A-Z0-9]+")) {
            throw new IllegalArgumentException(
                    "team: \""
                            + team.get()
                            + "\" is not a workspace id. Write the id that begins with T, or leave it out");
        }
    }
}

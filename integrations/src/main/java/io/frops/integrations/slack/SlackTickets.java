package io.frops.integrations.slack;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.settings.Secret;
import java.net.URI;
import java.util.Map;

/// Addresses for Socket Mode, each good for one connection within about 30 s. An address is as
/// secret as the token: whoever has it hears what people say to the bot.
public final class SlackTickets {
    static final String METHOD = "apps.connections.open";

    private final SlackCalls calls;
    private final Secret appToken;
    private final URI apiUrl;

    SlackTickets(SlackCalls calls, Secret appToken, URI apiUrl) {
        this.calls = calls;
        this.appToken = appToken;
        this.apiUrl = apiUrl;
    }

    /// @throws IntegrationException when Slack does not answer or refuses, naming the remedy
    public URI next() {
        String url = calls.attempt(METHOD, Map.of(), appToken).orThrow().path("url").asText();
        // what people say goes encrypted, unless Slack itself is a simulated one
        String scheme = "http".equals(apiUrl.getScheme()) ? "ws" : "wss";
        if (!url.startsWith(scheme + "://")) {
            throw SlackErrors.failed(
                    Kind.INVALID, METHOD, "the answer names no " + scheme + " address", null);
        }
        try {
            return URI.create(url);
        } catch (IllegalArgumentException _) {
            throw SlackErrors.failed(Kind.INVALID, METHOD, "the answer's address is broken", null);
        }
    }

    /// What to do about a refusal.
    static String remedy(String code) {
        return switch (code) {
            case "missing_scope", "no_permission" ->
                    ": the app token lacks the scope connections:write. Generate another one under Basic Information >"
                            + " App-Level Tokens and put it into SLACK_APP_TOKEN";
            case "not_allowed_token_type" ->
                    ": this is no app-level token. Copy the one that begins with xapp- from Basic Information >"
                            + " App-Level Tokens into SLACK_APP_TOKEN";
            case "invalid_auth",
                    "not_authed",
                    "token_revoked",
                    "token_expired",
                    "account_inactive",
                    "forbidden_team" ->
                    ": the app token is not, or no longer, valid. Generate one with the scope connections:write under"
                            + " Basic Information > App-Level Tokens and put it into SLACK_APP_TOKEN";
            case String _ -> "";
        };
    }
}

package io.frops.integrations.slack;

import io.frops.core.failure.IntegrationException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The workspace we belong to: the configured one, else the bot token's, which Slack is asked for
/// once.
public final class SlackTeam {
    private final SlackCalls calls;
    private final AtomicReference<Optional<String>> team;

    SlackTeam(SlackCalls calls, Optional<String> configured) {
        this.calls = calls;
        this.team = new AtomicReference<>(configured);
    }

    /// What is known without asking. While it is empty the signature alone says that a request is
    /// for us: the secret is this app's, and people who are not named are looked up.
    public Optional<String> known() {
        return team.get();
    }

    /// @throws IntegrationException when it is not known yet and Slack does not say
    String learn() {
        return known().orElseGet(
                        () -> told(calls.call("auth.test", Map.of()).path("team_id").asText()));
    }

    /// What Slack said; a configured workspace stays.
    String told(String asked) {
        return team.updateAndGet(known -> Optional.of(known.orElse(asked))).orElse(asked);
    }
}

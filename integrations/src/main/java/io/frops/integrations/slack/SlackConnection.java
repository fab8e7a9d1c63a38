package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.core.access.AccessPolicy;
import io.frops.core.access.DirectoryCache;
import io.frops.core.access.Standings;
import io.frops.core.chat.ChatRoom;
import io.frops.core.failure.IntegrationException;
import io.frops.core.observe.Arrows;
import io.frops.core.settings.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One Slack app's connection: everything that talks to Slack comes from here. Making it calls
/// nothing, so that a Slack that is down at the start stops nothing.
public final class SlackConnection {
    private final SlackCalls calls;
    private final SlackTeam team;
    private final Whispers whispers;
    private final ChatRoom room;
    private final InstantSource clock;
    private final Optional<Secret> appToken;
    private final URI apiUrl;

    /// @param ids a different text each time, for example a UUID
    public SlackConnection(
            SlackSettings settings,
            SlackObserver observer,
            InstantSource clock,
            Supplier<String> ids) {
        this(settings, observer, clock, ids, Arrows.NONE);
    }

    /// @param ids a different text each time, for example a UUID
    /// @param arrows told of each call
    public SlackConnection(
            SlackSettings settings,
            SlackObserver observer,
            InstantSource clock,
            Supplier<String> ids,
            Arrows arrows) {
        this.clock = clock;
        this.appToken = settings.appToken();
        this.apiUrl = settings.apiUrl();
        this.calls = new SlackCalls(settings, observer, clock, arrows);
        this.team = new SlackTeam(calls, settings.team());
        this.whispers = new Whispers(calls, settings.apiUrl());
        this.room =
                new SlackChatRoom(calls, whispers, new Files(calls, settings.apiUrl()), clock, ids);
    }

    public ChatRoom room() {
        return room;
    }

    public Whispers whispers() {
        return whispers;
    }

    public SlackTeam team() {
        return team;
    }

    public Standings standings(AccessPolicy policy, DirectoryCache cache) {
        return new SlackStandings(
                policy, new SlackDirectory(calls, team), cache, clock, SlackStandings.PATIENCE);
    }

    /// For looking whether everything is as the bot needs it.
    public SlackInspection inspection() {
        return new SlackInspection(calls, new SlackDirectory(calls, team), clock);
    }

    /// What Socket Mode begins with; absent when the settings name no app token.
    public Optional<SlackTickets> tickets() {
        return appToken.map(token -> new SlackTickets(calls, token, apiUrl));
    }

    /// Asks Slack who we are: proves the address and the token, and tells the door our workspace
    /// where none is configured.
    ///
    /// @throws IntegrationException when Slack does not answer or refuses
    public SlackIdentity identity() {
        SlackCalls.Answer answer = calls.attempt("auth.test", Map.of());
        JsonNode body = answer.orThrow();
        team.told(body.path("team_id").asText());
        return new SlackIdentity(
                body.path("team_id").asText(),
                body.path("team").asText(),
                body.path("url").asText(),
                body.path("user_id").asText(),
                answer.scopes());
    }
}

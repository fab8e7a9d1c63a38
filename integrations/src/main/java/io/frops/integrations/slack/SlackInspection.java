package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.core.access.Membership;
import io.frops.core.access.PersonId;
import io.frops.core.chat.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Questions that the daily work never asks, about the workspace as it is now: nothing is kept.
/// Every call throws [IntegrationException] when Slack does not answer or refuses.
public final class SlackInspection {
    /// Slack's clock is told in whole seconds, cut: half a second is the best guess of the rest.
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final SlackCalls calls;
    private final SlackDirectory directory;
    private final InstantSource clock;

    SlackInspection(SlackCalls calls, SlackDirectory directory, InstantSource clock) {
        this.calls = calls;
        this.directory = directory;
        this.clock = clock;
    }

    /// By how much Slack's clock is ahead of ours; negative when it is behind. Good to a second.
    ///
    /// @return empty when the answer does not tell the time
    public Optional<Duration> clockSkew() {
        Instant asked = clock.instant();
        Optional<Instant> theirs = calls.attempt("auth.test", Map.of()).sentAt();
        Duration half = Duration.between(asked, clock.instant()).dividedBy(2);
        return theirs.map(sent -> Duration.between(asked.plus(half), sent.plus(HALF_A_SECOND)));
    }

    /// Every channel that the bot can see, archived ones too.
    public List<SlackChannel> channels() {
        List<SlackChannel> all = new ArrayList<>();
        Pages.walk(
                calls,
                "conversations.list",
                Map.of("types", "public_channel,private_channel", "limit", "1000"),
                page -> {
                    page.path("channels").forEach(c -> all.add(SlackChannel.of(c)));
                    return true;
                });
        return List.copyOf(all);
    }

    /// Whether a person belongs to this workspace.
    public Membership person(PersonId id) {
        return directory.person(id);
    }

    /// The newest messages of a channel that contain a text, and when each was edited last, by
    /// their time stamps. None when the bot is not in the channel.
    ///
    /// @param text compared with the message's plain text
    public Map<String, Glimpse> latest(ChannelId channel, String text) {
        SlackCalls.Answer answer =
                calls.attempt(
                        "conversations.history", Map.of("channel", channel.value(), "limit", "50"));
        Map<String, Glimpse> found = new HashMap<>();
        if (answer.is("not_in_channel")) {
            return found;
        }
        for (JsonNode message : answer.orThrow().path("messages")) {
            String said = message.path("text").asText();
            if (said.contains(text)) {
                String edited = message.path("edited").path("ts").asText("");
                found.put(message.path("ts").asText(), new Glimpse(said, edited));
            }
        }
        return found;
    }

    /// A message as it was at one moment.
    ///
    /// @param edited the time stamp of the last edit; empty when there was none
    public record Glimpse(String text, String edited) {}
}

package io.frops.app.doctor;

import io.frops.app.settings.ChannelRef;
import io.frops.app.settings.RoutingSettings;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.slack.SlackChannel;
import io.frops.integrations.slack.SlackIdentity;
import io.frops.integrations.slack.SlackInspection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Can the bot post to each channel that a card may be routed to?
final class ChannelCheck {
    private static final String SYSTEM = SlackCheck.SYSTEM + " ";

    private final RoutingSettings routing;
    private final SlackInspection inspection;

    ChannelCheck(RoutingSettings routing, SlackInspection inspection) {
        this.routing = routing;
        this.inspection = inspection;
    }

    List<Finding> findings(SlackIdentity identity) {
        List<SlackChannel> channels;
        try {
            channels = inspection.channels();
        } catch (IntegrationException e) {
            return List.of(
                    Finding.fails(
                            SYSTEM + "channels",
                            e,
                            "Add what is missing to the app, reinstall it, then run this again."));
        }
        List<Finding> all = new ArrayList<>();
        uses().forEach((channel, uses) ->
                all.add(finding(channel, String.join(", ", uses), channels, identity)));
        return all;
    }

    /// Each channel once, with the settings that name it.
    private Map<ChannelRef, List<String>> uses() {
        Map<ChannelRef, List<String>> uses = new LinkedHashMap<>();
        add(uses, routing.defaultChannel(), "default-channel");
        routing.fallbackChannel().ifPresent(c -> add(uses, c, "fallback-channel"));
        new TreeMap<>(routing.bySeverity())
                .forEach((severity, c) -> add(uses, c, "by-severity " + severity));
        routing.byService().entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> a.value().compareTo(b.value())))
                .forEach(e -> add(uses, e.getValue(), "by-service " + e.getKey().value()));
        return uses;
    }

    private static void add(Map<ChannelRef, List<String>> uses, ChannelRef channel, String use) {
        uses.computeIfAbsent(channel, _ -> new ArrayList<>()).add(use);
    }

    private static Finding finding(
            ChannelRef ref, String uses, List<SlackChannel> channels, SlackIdentity identity) {
        String system = SYSTEM + ref;
        Optional<SlackChannel> found = channels.stream().filter(c -> is(ref, c)).findFirst();
        if (found.isEmpty()) {
            return Finding.fails(
                    system,
                    "there is no such channel, or it is private and the bot is not in it (routing: %s)"
                            .formatted(uses),
                    "Create it, or name another in routing; if it is private, type /invite @frops in it.");
        }
        SlackChannel channel = found.get();
        if (channel.archived()) {
            return Finding.fails(
                    system,
                    "the channel is archived (routing: %s)".formatted(uses),
                    "Unarchive it in Slack, or name another channel in routing.");
        }
        return member(system, uses, channel, identity);
    }

    private static Finding member(
            String system, String uses, SlackChannel channel, SlackIdentity identity) {
        if (channel.member()) {
            return Finding.ok(system, "the bot is in it (routing: %s)".formatted(uses));
        }
        boolean entersByItself =
                !channel.secret()
                        && (identity.scopes().contains("channels:join")
                                || identity.scopes().contains("chat:write.public"));
        return entersByItself
                ? Finding.ok(
                        system,
                        "public; the bot joins with its first card (routing: %s)".formatted(uses))
                : Finding.fails(
                        system,
                        "the bot is not in it (routing: %s)".formatted(uses),
                        "Type /invite @frops in the channel.");
    }

    private static boolean is(ChannelRef ref, SlackChannel channel) {
        return ref.isId()
                ? channel.id().value().equals(ref.value())
                : channel.name().equals(ref.value().substring(1));
    }
}

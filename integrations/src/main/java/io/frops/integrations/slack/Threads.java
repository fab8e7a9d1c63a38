package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Finds our own messages again, by the nonce in their metadata.
final class Threads {
    private static final String PAGE = "200";

    private final SlackCalls calls;

    Threads(SlackCalls calls) {
        this.calls = calls;
    }

    Optional<MessageRef> find(ChannelId channel, String nonce, Instant since) {
        AtomicReference<MessageRef> found = new AtomicReference<>();
        Map<String, String> arguments =
                Map.of(
                        "channel",
                        channel.value(),
                        "oldest",
                        "%d.000000".formatted(since.getEpochSecond()),
                        "inclusive",
                        "true",
                        "include_all_metadata",
                        "true",
                        "limit",
                        PAGE);
        Pages.walk(
                calls,
                "conversations.history",
                arguments,
                page -> {
                    for (JsonNode message : page.path("messages")) {
                        if (Posts.nonce(message).filter(nonce::equals).isPresent()) {
                            found.set(new MessageRef(channel, message.path("ts").asText()));
                        }
                    }
                    return found.get() == null;
                });
        return Optional.ofNullable(found.get());
    }

    /// The time stamps of a thread's replies by their nonces.
    Map<String, String> byNonce(MessageRef root) {
        Map<String, String> found = new HashMap<>();
        Map<String, String> arguments =
                Map.of(
                        "channel",
                        root.channel().value(),
                        "ts",
                        root.ts(),
                        "include_all_metadata",
                        "true",
                        "limit",
                        PAGE);
        Pages.walk(
                calls,
                "conversations.replies",
                arguments,
                page -> {
                    for (JsonNode message : page.path("messages")) {
                        String ts = message.path("ts").asText();
                        if (!ts.equals(root.ts())) {
                            Posts.nonce(message).ifPresent(nonce -> found.put(nonce, ts));
                        }
                    }
                    return true;
                });
        return found;
    }
}

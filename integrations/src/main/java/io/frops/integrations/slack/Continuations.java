package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What of a message did not fit into one: it stands in the message's thread, and is brought up to
/// date there with the message.
final class Continuations {
    private static final Logger LOG = LoggerFactory.getLogger(Continuations.class);
    private static final String PREFIX = "more/";

    private final SlackCalls calls;
    private final Posts posts;
    private final Threads threads;

    Continuations(SlackCalls calls, Posts posts, Threads threads) {
        this.calls = calls;
        this.posts = posts;
        this.threads = threads;
    }

    static boolean is(String nonce) {
        return nonce.startsWith(PREFIX);
    }

    /// Posts what comes after the first part. The first stands already, so trouble here must not
    /// look as if it did not: it is logged, and the next update mends it.
    ///
    /// @param root the thread, which is the message itself unless that is a reply
    void post(MessageRef root, MessageRef message, List<ObjectNode> parts) {
        try {
            for (int i = 1; i < parts.size(); i++) {
                append(root, message, parts.get(i), i + 1);
            }
        } catch (IntegrationException e) {
            LOG.warn("the rest of message {} is not posted yet: {}", message.ts(), e.safeMessage());
        }
    }

    void update(MessageRef root, List<ObjectNode> parts) {
        if (parts.size() < 2) {
            return;
        }
        Map<String, String> there = threads.byNonce(root);
        for (int i = 1; i < parts.size(); i++) {
            String ts = there.get(nonce(root, i + 1));
            if (ts == null) {
                append(root, root, parts.get(i), i + 1);
            } else {
                Map<String, String> arguments = Posts.arguments(root.channel(), parts.get(i));
                arguments.put("ts", ts);
                calls.call("chat.update", arguments);
            }
        }
    }

    private void append(MessageRef root, MessageRef message, ObjectNode part, int number) {
        Map<String, String> arguments = Posts.arguments(root.channel(), part);
        arguments.put("thread_ts", root.ts());
        posts.post(arguments, nonce(message, number));
    }

    private static String nonce(MessageRef message, int number) {
        return PREFIX + message.ts() + "/" + number;
    }
}

package io.frops.integrations.slack.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.request.Request;
import io.frops.core.access.CommandId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a request by its signature, so that a replay is the same command.
final class Ids {
    private Ids() {}

    static CommandId of(Request<?> request) {
        return new CommandId(
                "slack/"
                        + hash(
                                String.valueOf(
                                        request.getHeaders()
                                                .getFirstValue(EventsServlet.SIGNATURE))));
    }

    private static String hash(String signature) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(signature.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

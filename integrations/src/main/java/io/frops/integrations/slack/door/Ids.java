package io.frops.integrations.slack.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import io.frops.core.access.CommandId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Names a request, so that a replay is the same command: by its signature over HTTP, by its
/// envelope over a socket.
final class Ids {
    /// Of our own making: the servlet passes on no such header.
    private static final String ENVELOPE = "Frops-Envelope";

    private Ids() {}

    static CommandId of(Request<?> request) {
        RequestHeaders headers = request.getHeaders();
        String envelope = headers.getFirstValue(ENVELOPE);
        return new CommandId(
                "slack/"
                        + (envelope == null
                                ? hash(
                                        String.valueOf(
                                                headers.getFirstValue(EventsServlet.SIGNATURE)))
                                : envelope));
    }

    /// The headers of a request that came in an envelope.
    static RequestHeaders envelope(String id, String contentType) {
        return new RequestHeaders(
                Map.of(ENVELOPE, List.of(id), "Content-Type", List.of(contentType)));
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

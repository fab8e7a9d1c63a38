package io.frops.integrations.slack.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import io.frops.core.observe.Span;
import io.frops.core.observe.Spans;
import io.frops.core.observe.Trace;
import io.frops.core.observe.Traceparent;
import io.frops.core.observe.Tracing;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door for Slack over a socket: each envelope is written as the request that Slack would post,
/// and takes the same way. There is no signature to check: the socket was opened with our token.
public final class EnvelopeDoor {
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeDoor.class);

    private final Replays replays;
    private final BoltDoor bolt;
    private final Desk desk;
    private final Tracing tracing;

    EnvelopeDoor(Replays replays, BoltDoor bolt, Desk desk, Tracing tracing) {
        this.replays = replays;
        this.bolt = bolt;
        this.desk = desk;
        this.tracing = tracing;
    }

    /// Handles one envelope within 3 s; the same envelope again has no second effect. Nothing of
    /// its payload is logged.
    ///
    /// @param id Slack's `envelope_id`
    /// @param type `slash_commands`, `interactive` or `events_api`
    /// @return the acknowledgement's JSON, empty text for one without; absent when it must not be
    ///   acknowledged, so that a person sees the failure and an event comes again
    public Optional<String> take(String id, String type, JsonNode payload) {
        if (!ID.matcher(id).matches()) {
            LOG.warn("an envelope was not taken: its envelope_id is missing or malformed");
            return Optional.empty();
        }
        Span span = tracing.begin("Slack envelope", Span.Kind.SERVER, null, List.of());
        String traceId = span.at().map(Traceparent::traceId).orElseGet(() -> id.replace("-", ""));
        return new Trace(traceId, id, "", span)
                .call(() -> Spans.run(span, _ -> taken(id, type, payload)));
    }

    private Optional<String> taken(String id, String type, JsonNode payload) {
        try {
            Envelope envelope = Envelope.open(body(type, payload).getBytes(UTF_8));
            RequestHeaders headers =
                    Ids.envelope(id, type.equals("events_api") ? "application/json" : FORM);
            // an event that failed comes again; those that did not fail are known by their own id
            Response answer =
                    envelope.eventId().isPresent()
                            ? bolt.handle(envelope, headers)
                            : replays.once("envelope/" + id, () -> bolt.handle(envelope, headers));
            return answer.getStatusCode() / 100 == 2
                    ? Optional.of(Objects.requireNonNullElse(answer.getBody(), ""))
                    : Optional.empty();
        } catch (Refusal refusal) {
            LOG.warn("an envelope was not taken: {}", refusal.sentence());
            return Optional.empty();
        }
    }

    private static String body(String type, JsonNode payload) throws Refusal {
        return switch (type) {
            case "slash_commands" ->
                    payload.properties().stream()
                            .filter(e -> !e.getValue().isNull())
                            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue().asText()))
                            .collect(Collectors.joining("&"));
            case "interactive" -> "payload=" + encode(payload.toString());
            case "events_api" -> payload.toString();
            case String _ ->
                    throw new Refusal(
                            400,
                            "of a type that this bot does not handle. Compare the app's settings with"
                                    + " config/slack-manifest.yaml");
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /// Waits up to 10 s for what was acknowledged.
    public void rest() {
        desk.rest(DRAIN);
    }
}

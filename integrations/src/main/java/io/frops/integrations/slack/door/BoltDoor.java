package io.frops.integrations.slack.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.frops.integrations.slack.SlackTeam;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a verified request to Bolt, unless it is of another workspace or has been here before.
final class BoltDoor {
    private static final String PATH = "/slack/events";
    private static final Logger LOG = LoggerFactory.getLogger(BoltDoor.class);

    private final SlackTeam team;
    private final Replays replays;
    private final App app;
    private final SlackRequestParser parser;

    BoltDoor(SlackTeam team, Replays replays, App app) {
        this.team = team;
        this.replays = replays;
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
    }

    Response handle(Envelope envelope, RequestHeaders headers) throws Refusal {
        if (envelope.isIdle()) {
            return Replies.empty();
        }
        if (team.known().filter(envelope::isForeign).isPresent()) {
            return denied(envelope);
        }
        // Slack sends an event again that was not answered in time, under a new signature
        Optional<String> event = envelope.eventId();
        return event.isPresent()
                ? once("event/" + event.get(), envelope, headers)
                : run(envelope, headers);
    }

    /// An event that failed is handled when Slack sends it again.
    private Response once(String event, Envelope envelope, RequestHeaders headers) throws Refusal {
        if (replays.firstOf(event).isPresent()) {
            return Replies.empty();
        }
        boolean handled = false;
        try {
            Response answer = run(envelope, headers);
            handled = answer.getStatusCode() < 500;
            return answer;
        } finally {
            if (!handled) {
                replays.forget(event);
            }
        }
    }

    private static Response denied(Envelope envelope) {
        LOG.warn("a {} from another workspace was denied", envelope.kind());
        if (!envelope.kind().equals("command")) {
            return Replies.empty();
        }
        String text = "You are not let in: this bot serves another workspace than yours.";
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return Replies.json(body.put("response_type", "ephemeral").put("text", text));
    }

    private Response run(Envelope envelope, RequestHeaders headers) throws Refusal {
        Request<?> slack = parse(envelope, headers);
        try {
            Response answer = app.run(slack);
            if (answer.getStatusCode() == 404) {
                throw new Refusal(400, "a " + envelope.kind() + " without what makes it one");
            }
            return answer;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception e) {
            return broken(envelope, slack, e);
        }
    }

    /// Our own mistake. Slack would show a person "failed with the error http_service_error".
    private static Response broken(Envelope envelope, Request<?> slack, Exception mistake)
            throws Refusal {
        String reference = Ids.of(slack).value();
        LOG.error("a {} failed: {}", envelope.kind(), reference, mistake);
        String text = "That went wrong on our side. The log has it under " + reference + ".";
        if (envelope.kind().equals("command")) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            return Replies.json(body.put("response_type", "ephemeral").put("text", text));
        }
        throw new Refusal(500, text);
    }

    private Request<?> parse(Envelope envelope, RequestHeaders headers) throws Refusal {
        try {
            Request<?> slack =
                    parser.parse(
                            SlackRequestParser.HttpRequest.builder()
                                    .requestUri(PATH)
                                    .queryString(Map.of())
                                    .requestBody(envelope.body())
                                    .headers(headers)
                                    .build());
            if (slack != null) {
                return slack;
            }
        } catch (RuntimeException e) {
            LOG.warn("a {} that Bolt cannot read: {}", envelope.kind(), e.getClass().getName());
        }
        throw new Refusal(400, "a " + envelope.kind() + " that is not as Slack documents it");
    }
}

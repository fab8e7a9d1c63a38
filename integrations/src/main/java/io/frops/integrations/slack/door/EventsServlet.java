package io.frops.integrations.slack.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.frops.integrations.slack.SlackTeam;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /slack/events`: the guard before Bolt. In this order: headers, size, signature, replay,
/// shape, workspace. Nothing of a body is logged.
final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String SIGNATURE = "X-Slack-Signature";
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration FIRST = Duration.ofMillis(2_500);
    private static final Logger LOG = LoggerFactory.getLogger(EventsServlet.class);

    private final transient Signature signature;
    private final transient Replays replays;
    private final transient SlackTeam team;
    private final transient App app;
    private final transient SlackRequestParser parser;
    private final transient Desk desk;

    EventsServlet(Signature signature, Replays replays, SlackTeam team, App app, Desk desk) {
        this.signature = signature;
        this.replays = replays;
        this.team = team;
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.desk = desk;
    }

    /// Slack checks the certificate now and then by a GET; it changes nothing.
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getParameter("ssl_check") == null) {
            refuse(response, new Refusal(405, "Slack posts here; there is nothing to get"));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            String timestamp = request.getHeader(TIMESTAMP);
            String signed = request.getHeader(SIGNATURE);
            signature.checkHeaders(timestamp, signed);
            byte[] body = Body.read(request.getInputStream(), request.getContentLengthLong());
            signature.check(timestamp, signed, body);
            write(response, once(signed, body, request));
        } catch (Refusal refusal) {
            refuse(response, refusal);
        }
    }

    /// A replay gets the first one's status and nothing else, so that no token is shown twice.
    private Response once(String signed, byte[] body, HttpServletRequest request) throws Refusal {
        Optional<CompletableFuture<Integer>> first = replays.firstOf(signed);
        if (first.isPresent()) {
            return Response.builder().statusCode(status(first.get())).build();
        }
        int status = 500;
        try {
            Response answer = handle(Envelope.open(body), request);
            status = answer.getStatusCode();
            return answer;
        } catch (Refusal refusal) {
            status = refusal.status();
            throw refusal;
        } finally {
            replays.answered(signed, status);
        }
    }

    private static int status(CompletableFuture<Integer> first) {
        try {
            return first.get(FIRST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return 503;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    private Response handle(Envelope envelope, HttpServletRequest request) throws Refusal {
        if (envelope.isIdle()) {
            return Replies.empty();
        }
        if (team.known().filter(envelope::isForeign).isPresent()) {
            return denied(envelope);
        }
        // Slack sends an event again that was not answered in time, under a new signature
        Optional<String> event = envelope.eventId();
        if (event.isPresent() && replays.firstOf("event/" + event.get()).isPresent()) {
            return Replies.empty();
        }
        return run(envelope, request);
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

    private Response run(Envelope envelope, HttpServletRequest request) throws Refusal {
        Request<?> slack = parse(envelope, request);
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

    private Request<?> parse(Envelope envelope, HttpServletRequest request) throws Refusal {
        try {
            Request<?> slack =
                    parser.parse(
                            SlackRequestParser.HttpRequest.builder()
                                    .requestUri(request.getRequestURI())
                                    .queryString(Map.of())
                                    .requestBody(envelope.body())
                                    .headers(headers(request))
                                    .remoteAddress(request.getRemoteAddr())
                                    .build());
            if (slack != null) {
                return slack;
            }
        } catch (RuntimeException e) {
            LOG.warn("a {} that Bolt cannot read: {}", envelope.kind(), e.getClass().getName());
        }
        throw new Refusal(400, "a " + envelope.kind() + " that is not as Slack documents it");
    }

    private static RequestHeaders headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of(SIGNATURE, TIMESTAMP, "Content-Type")) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, List.of(value));
            }
        }
        return new RequestHeaders(headers);
    }

    private static void write(HttpServletResponse response, Response answer) throws IOException {
        response.setStatus(answer.getStatusCode());
        String body = answer.getBody();
        if (body != null && !body.isEmpty()) {
            response.setContentType(answer.getContentType());
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(body);
        }
    }

    private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        // whatever of the body was not read is not worth reading
        response.setHeader("Connection", "close");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", refusal.sentence());
        write(
                response,
                Response.builder()
                        .statusCode(refusal.status())
                        .contentType("application/json")
                        .body(body.toString())
                        .build());
    }

    /// Finishes what was acknowledged.
    @Override
    public void destroy() {
        desk.rest(DRAIN);
    }
}

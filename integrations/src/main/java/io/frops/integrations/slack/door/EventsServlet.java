package io.frops.integrations.slack.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `POST /slack/events`: the guard before Bolt. In this order: headers, size, signature, replay,
/// shape, workspace. Nothing of a body is logged.
final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String SIGNATURE = "X-Slack-Signature";
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final transient Signature signature;
    private final transient Replays replays;
    private final transient BoltDoor bolt;
    private final transient Desk desk;

    EventsServlet(Signature signature, Replays replays, BoltDoor bolt, Desk desk) {
        this.signature = signature;
        this.replays = replays;
        this.bolt = bolt;
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
            write(
                    response,
                    replays.once(signed, () -> bolt.handle(Envelope.open(body), headers(request))));
        } catch (Refusal refusal) {
            refuse(response, refusal);
        }
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

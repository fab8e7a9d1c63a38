package io.frops.app.http;

import io.frops.app.observe.Meters;
import io.frops.core.alert.Notification;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import io.frops.core.observe.Spans;
import io.frops.integrations.alertmanager.Parsed;
import io.frops.integrations.alertmanager.WebhookParser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /webhooks/alertmanager`. 200 only once the change is durable; 503 when it cannot be, since
/// Alertmanager sends again after any 5xx and drops what got a 4xx, 429 included.
public final class AlertmanagerWebhook extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerWebhook.class);

    /// Of the memory there is, so much may be bodies; read, they take several times their size.
    private static final int SHARE = 16;

    /// The room is counted in pieces of this size.
    private static final int PIECE = 4096;

    /// How long a body waits for room; what waits for longer is sent again.
    private static final long PATIENCE_MILLIS = 1000;

    private final transient SourceKeys keys;
    private final transient Consumer<Notification> intake;
    private final transient Meters meters;
    private final long cap;
    private final transient Semaphore room;

    /// @param intake makes a notification durable or throws [IntegrationException]
    /// @param cap the longest body, in bytes
    public AlertmanagerWebhook(
            SourceKeys keys, Consumer<Notification> intake, Meters meters, long cap) {
        this.keys = keys;
        this.intake = intake;
        this.meters = meters;
        this.cap = cap;
        this.room =
                new Semaphore(
                        pieces(Math.max(cap, Runtime.getRuntime().maxMemory() / SHARE)), true);
    }

    private static int pieces(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / PIECE + 1);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long begun = System.nanoTime();
        receive(request, response);
        meters.intake(response.getStatus(), System.nanoTime() - begun);
    }

    private void receive(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<SourceName> source =
                Spans.within("authenticate", _ -> keys.source(request.getHeader("Authorization")));
        if (source.isEmpty()) {
            leaveUnread(response);
            response.setHeader("WWW-Authenticate", "Bearer realm=\"frops\"");
            Json.error(
                    response,
                    401,
                    "The webhook's token is missing or wrong.",
                    "Set http_config.authorization.credentials of Alertmanager's receiver to the value of"
                            + " FROPS_WEBHOOK_TOKEN.");
            return;
        }
        if (request.getContentLengthLong() > cap) {
            tooLarge(response);
            return;
        }
        long length = request.getContentLengthLong();
        int pieces = pieces(length < 0 ? cap : length);
        if (!hasRoom(pieces)) {
            leaveUnread(response);
            unavailable(response, "Too many notifications are being read at once.");
            return;
        }
        try {
            accept(source.get(), request, response);
        } finally {
            room.release(pieces);
        }
    }

    private boolean hasRoom(int pieces) {
        try {
            return room.tryAcquire(pieces, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void accept(SourceName source, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            switch (parsed(source, request)) {
                case Parsed.Bad(var message) -> {
                    LOG.warn("A notification from {} was refused: {}", source, message);
                    leaveUnread(response);
                    Json.error(
                            response,
                            400,
                            message,
                            "See docs/user-guide.md, Connect Alertmanager.");
                }
                case Parsed.Ok(var notification) -> {
                    intake.accept(notification);
                    Json.write(response, 200, Map.of("status", "ok"));
                }
            }
        } catch (CappedInput.TooLarge e) {
            tooLarge(response);
        } catch (IntegrationException e) {
            LOG.warn("A notification from {} was not stored: {}", source, e.safeMessage());
            unavailable(response, "The notification could not be stored: " + e.safeMessage());
        }
    }

    private Parsed parsed(SourceName source, HttpServletRequest request) throws IOException {
        return Spans.within(
                "parse",
                span -> {
                    Parsed parsed =
                            WebhookParser.parse(
                                    source, new CappedInput(request.getInputStream(), cap));
                    if (parsed instanceof Parsed.Ok(var notification)) {
                        span.set("frops.alerts", notification.alerts().size());
                    }
                    return parsed;
                });
    }

    /// What is left of the body is not read: the sender is told that the connection ends with this
    /// answer.
    private static void leaveUnread(HttpServletResponse response) {
        response.setHeader("Connection", "close");
    }

    private void tooLarge(HttpServletResponse response) throws IOException {
        leaveUnread(response);
        Json.error(
                response,
                413,
                "The body is larger than " + cap + " bytes.",
                "Group the route by more labels, or raise server.max-body in frops.yaml.");
    }

    private static void unavailable(HttpServletResponse response, String mistake)
            throws IOException {
        Json.error(response, 503, mistake, "Send it again: Alertmanager does so by itself.");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Allow", "POST");
        Json.error(
                response,
                405,
                "Notifications are posted.",
                "Put this address into Alertmanager's webhook_configs.");
    }
}

package io.frops.sandbox.slack.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/// One connection that the app has opened. Public, since Jetty calls it.
public final class Line implements Session.Listener.AutoDemanding {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sockets sockets;
    private volatile @Nullable Session session;
    private volatile boolean leaving;

    Line(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        sockets.opened(this);
    }

    /// Whether another connection is preferred, since this one is about to end.
    boolean isLeaving() {
        return leaving;
    }

    boolean send(ObjectNode frame) {
        Session to = session;
        if (to == null || !to.isOpen()) {
            return false;
        }
        to.sendText(frame.toString(), Callback.NOOP);
        return true;
    }

    void disconnect(String reason) {
        leaving = true;
        ObjectNode frame = JSON.createObjectNode().put("type", "disconnect").put("reason", reason);
        frame.putObject("debug_info").put("host", "applink-sandbox");
        send(frame);
    }

    /// With a farewell, as Slack ends a connection.
    void end() {
        Session to = session;
        if (to != null) {
            to.close(1000, null, Callback.NOOP);
        }
    }

    /// Without one, as a cut cable does.
    void cut() {
        Session to = session;
        if (to != null) {
            to.disconnect();
        }
    }

    @Override
    public void onWebSocketText(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            JsonNode payload = frame.path("payload");
            sockets.acknowledged(
                    frame.path("envelope_id").asText(""),
                    payload.isMissingNode() ? "" : payload.toString());
        } catch (JsonProcessingException _) {
            disconnect("warning");
        }
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        sockets.closed(this);
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        sockets.closed(this);
    }
}

package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.socket.Acknowledgement;
import io.frops.sandbox.slack.socket.Parcel;
import io.frops.sandbox.slack.socket.Sockets;
import java.util.Map;

/// Envelopes over the connections that the bot has opened: Socket Mode.
public final class SocketLink implements BotLink {
    private final Sockets sockets;

    public SocketLink(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public BotReply command(Map<String, String> fields) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        fields.forEach(payload::put);
        return reply(sockets.deliver(new Parcel("slash_commands", payload, true, null)));
    }

    @Override
    public BotReply interaction(ObjectNode payload) {
        boolean answered = payload.path("type").asText().equals("view_submission");
        return reply(sockets.deliver(new Parcel("interactive", payload, answered, null)));
    }

    @Override
    public BotReply event(ObjectNode envelope, int retry, String reason) {
        String why = retry == 0 ? "" : reason;
        return reply(
                sockets.deliver(
                        new Parcel("events_api", envelope, false, new Parcel.Retry(retry, why))));
    }

    private static BotReply reply(Acknowledgement acknowledgement) {
        return switch (acknowledgement) {
            case Acknowledgement.Given(String payload) ->
                    new BotReply.Answered(200, "application/json", payload);
            case Acknowledgement.None _ -> new BotReply.TimedOut();
            case Acknowledgement.Nobody _ -> new BotReply.Unreachable();
        };
    }
}

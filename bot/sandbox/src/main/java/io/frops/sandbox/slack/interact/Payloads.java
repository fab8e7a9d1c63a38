package io.frops.sandbox.slack.interact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Team;
import io.frops.sandbox.slack.workspace.Workspace;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The parts that interaction payloads have in common.
final class Payloads {
    /// Slack's deprecated verification token; real apps must not rely on it.
    static final String TOKEN = "verification-token-deprecated";

    private final Workspace workspace;

    Payloads(Workspace workspace) {
        this.workspace = workspace;
    }

    ObjectNode begin(String type, Person person) {
        Team team = workspace.team();
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("type", type).put("token", TOKEN).put("api_app_id", team.appId());
        payload.putObject("team").put("id", team.id()).put("domain", team.domain());
        payload.putObject("user")
                .put("id", person.id())
                .put("username", person.name())
                .put("name", person.name())
                .put("team_id", home(person));
        payload.putNull("enterprise").put("is_enterprise_install", false);
        return payload;
    }

    String home(Person person) {
        return Objects.requireNonNullElse(person.homeTeam(), workspace.team().id());
    }

    /// A direct conversation is called `directmessage` in payloads.
    static String name(Channel channel) {
        return channel.kind() == Channel.Kind.DIRECT ? "directmessage" : channel.name();
    }

    static void container(ObjectNode payload, Message message, boolean ephemeral) {
        boolean attached = message.content().blocks() == null;
        ObjectNode container = payload.putObject("container");
        container.put("type", attached ? "message_attachment" : "message");
        container.put("message_ts", message.ts()).put("channel_id", message.channel());
        if (attached) {
            container.put("attachment_id", 1).put("is_app_unfurl", false);
        }
        if (message.threadTs() != null) {
            container.put("thread_ts", message.threadTs());
        }
        container.put("is_ephemeral", ephemeral);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}

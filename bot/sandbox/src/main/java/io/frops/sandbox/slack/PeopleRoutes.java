package io.frops.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.http.Exchange;
import io.frops.sandbox.slack.interact.Deed;
import io.frops.sandbox.slack.interact.Presses;
import io.frops.sandbox.slack.page.Unread;
import io.frops.sandbox.slack.workspace.MessageJson;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.ViewJson;
import io.frops.sandbox.slack.workspace.Workspace;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/people/ID/...`: what the page, and checks, let a person do and see.
///
/// `GET private.json`; `POST press`, `command`, `say`, `submit`, `close`, `welcome`, `home`, `read`
/// with a JSON body. A post from another site's page is refused by its Origin, and by its content
/// type where a browser sends none.
final class PeopleRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;
    private final Function<String, Acting> people;
    private final Unread unread;
    private final BiFunction<String, String, String> welcome;

    PeopleRoutes(
            Workspace workspace,
            Function<String, Acting> people,
            Unread unread,
            BiFunction<String, String, String> welcome) {
        this.workspace = workspace;
        this.people = people;
        this.unread = unread;
        this.welcome = welcome;
    }

    void serve(Exchange exchange) {
        String[] parts = exchange.path().split("/", -1);
        boolean known =
                parts.length == 4
                        && workspace
                                .person(parts[2])
                                .filter(p -> p.kind() != Person.Kind.BOT)
                                .isPresent();
        if (!known) {
            exchange.json(404, error("user_not_found"));
        } else if (exchange.method().equals("GET") && parts[3].equals("private.json")) {
            exchange.json(200, secrets(parts[2]));
        } else if (!exchange.method().equals("POST")) {
            exchange.json(405, error("method_not_allowed"));
        } else if (foreign(exchange)) {
            exchange.json(403, error("foreign_origin"));
        } else {
            post(exchange, parts[2], parts[3]);
        }
    }

    private static boolean foreign(Exchange exchange) {
        String origin = exchange.header("Origin");
        String site = exchange.header("Sec-Fetch-Site");
        String type = exchange.header("Content-Type");
        return (origin != null && !origin.equals(exchange.origin()))
                || (site != null && !site.equals("same-origin") && !site.equals("none"))
                || type == null
                || !type.startsWith("application/json");
    }

    private static ObjectNode error(String code) {
        return JsonNodeFactory.instance.objectNode().put("ok", false).put("error", code);
    }

    private ObjectNode secrets(String person) {
        Acting acting = people.apply(person);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode ephemeral = answer.putArray("ephemeral");
        acting.ephemerals()
                .forEach(m ->
                        ephemeral.add(
                                MessageJson.of(workspace, m, true).put("channel", m.channel())));
        answer.putNull("modal");
        acting.modal()
                .ifPresent(v -> {
                    ObjectNode view = ViewJson.of(workspace.team(), v, null);
                    v.errors().forEach(view.putObject("errors")::put);
                    answer.set("modal", view);
                });
        return answer;
    }

    private void post(Exchange exchange, String person, String deed) {
        JsonNode body;
        try {
            body = JSON.readTree(exchange.body());
        } catch (IOException _) {
            exchange.json(400, error("invalid_json"));
            return;
        }
        Acting acting = people.apply(person);
        ObjectNode answer =
                switch (deed) {
                    case "press" -> Acting.answer(press(acting, body));
                    case "command" -> Acting.answer(command(acting, body));
                    case "submit" -> Acting.answer(submit(acting, body));
                    case "close" -> Acting.answer(acting.close(body.path("view_id").asText()));
                    case "say" -> say(acting, body);
                    case "welcome" -> welcome(person, body);
                    case "home" -> {
                        acting.openHome();
                        yield done();
                    }
                    case "read" -> {
                        unread.seen(person, body.path("channel").asText());
                        yield done();
                    }
                    default -> error("unknown_deed");
                };
        exchange.json(status(answer.path("error").asText("")), answer);
    }

    private static ObjectNode done() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }

    /// What is wrong with the request itself is a 4xx; what the bot did not accept is a 200 with
    /// `ok: false`.
    private static int status(String error) {
        return switch (error) {
            case "message_not_found",
                    "action_not_found",
                    "view_not_found",
                    "channel_not_found",
                    "unknown_deed" ->
                    404;
            case "option_not_found" -> 400;
            default -> 200;
        };
    }

    private static @Nullable String optional(JsonNode body, String field) {
        return body.path(field).asText(null);
    }

    private static Deed press(Acting acting, JsonNode body) {
        JsonNode value = body.path("value");
        boolean given = !value.isMissingNode() && !value.isNull();
        return acting.press(
                new Presses.Press(
                        body.path("ts").asText(body.path("view_id").asText()),
                        optional(body, "channel"),
                        body.path("action_id").asText(),
                        optional(body, "block_id"),
                        given ? value : null,
                        body.get("values")));
    }

    private static Deed command(Acting acting, JsonNode body) {
        String channel = body.path("channel").asText();
        String thread = optional(body, "thread_ts");
        String text = body.path("text").asText();
        return thread == null
                ? acting.command(channel, text)
                : acting.commandInThread(channel, thread, text);
    }

    private static Deed submit(Acting acting, JsonNode body) {
        JsonNode values = body.path("values").isObject() ? body.path("values") : done().removeAll();
        String view = optional(body, "view_id");
        return view == null ? acting.submit(values) : acting.submit(view, values);
    }

    private static ObjectNode say(Acting acting, JsonNode body) {
        return acting.say(
                        body.path("channel").asText(),
                        body.path("text").asText(),
                        optional(body, "thread_ts"))
                .map(m -> done().put("ts", m.ts()))
                .orElseGet(() -> error("channel_not_found"));
    }

    private ObjectNode welcome(String person, JsonNode body) {
        return done().put("text", welcome.apply(body.path("path").asText(), person));
    }
}

package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.MessageJson;
import io.frops.sandbox.slack.workspace.Modals;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Triggers;
import io.frops.sandbox.slack.workspace.View;
import io.frops.sandbox.slack.workspace.ViewJson;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Buttons and menus, sent to the bot as `block_actions`.
public final class Presses {
    private final Workspace workspace;
    private final BotLink bot;
    private final Triggers triggers;
    private final ResponseUrls urls;
    private final Modals modals;
    private final Payloads payloads;

    public Presses(
            Workspace workspace, BotLink bot, Triggers triggers, ResponseUrls urls, Modals modals) {
        this.workspace = workspace;
        this.bot = bot;
        this.triggers = triggers;
        this.urls = urls;
        this.modals = modals;
        this.payloads = new Payloads(workspace);
    }

    /// What is pressed.
    ///
    /// @param place `ts` of a message, or a view's id
    /// @param channel of the message, null looks in all that there are
    /// @param value of the option chosen; for a button only needed to tell equal action ids apart
    /// @param entered what stands in the view's fields, by block_id and action_id; null for nothing
    public record Press(
            String place,
            @Nullable String channel,
            String actionId,
            @Nullable String blockId,
            @Nullable JsonNode value,
            @Nullable JsonNode entered) {}

    /// Waits for the bot's acknowledgement. Errors of ours: `message_not_found`,
    /// `action_not_found`, `option_not_found`.
    public Deed press(Person person, Press press) {
        Optional<View> view = modals.find(press.place()).filter(v -> v.user().equals(person.id()));
        if (view.isPresent()) {
            return inView(person, view.get(), press);
        }
        Optional<Message> whisper =
                workspace.whispers(person.id()).stream()
                        .filter(m -> m.ts().equals(press.place()))
                        .findFirst();
        if (whisper.isPresent()) {
            return inMessage(person, whisper.get(), true, press);
        }
        return workspace.channels().stream()
                .filter(c -> press.channel() == null || c.id().equals(press.channel()))
                .flatMap(c -> workspace.message(c.id(), press.place()).stream())
                .findFirst()
                .map(message -> inMessage(person, message, false, press))
                .orElse(Deed.failed("message_not_found"));
    }

    private Deed inMessage(Person person, Message message, boolean ephemeral, Press press) {
        List<JsonNode> blocks = seen(message, press);
        Optional<Elements.Found> found =
                Elements.find(blocks, press.actionId(), press.blockId(), press.value());
        if (found.isEmpty()) {
            return Deed.failed("action_not_found");
        }
        ObjectNode payload = payloads.begin("block_actions", person);
        Payloads.container(payload, message, ephemeral);
        Channel channel = workspace.channel(message.channel()).orElseThrow();
        payload.putObject("channel").put("id", channel.id()).put("name", Payloads.name(channel));
        if (!ephemeral) {
            payload.set("message", MessageJson.of(workspace, message, true));
        }
        payload.put("response_url", urls.issue(person.id(), channel.id(), message, ephemeral));
        return send(person, payload, found.get(), press, blocks);
    }

    /// The blocks that the person looked at: those of an earlier version when what is pressed stood
    /// there only, since a window can lag behind an edit and Slack sends what was pressed in it.
    private List<JsonNode> seen(Message message, Press press) {
        List<JsonNode> now = Elements.blocks(message.content());
        return Stream.concat(
                        Stream.of(now),
                        workspace.former(message.channel(), message.ts()).stream()
                                .map(Elements::blocks))
                .filter(blocks ->
                        Elements.find(blocks, press.actionId(), press.blockId(), press.value())
                                .filter(f -> Elements.offers(f, press.value()))
                                .isPresent())
                .findFirst()
                .orElse(now);
    }

    private Deed inView(Person person, View view, Press press) {
        List<JsonNode> blocks = new java.util.ArrayList<>();
        view.body().path("blocks").forEach(blocks::add);
        Optional<Elements.Found> found =
                Elements.find(blocks, press.actionId(), press.blockId(), press.value());
        if (found.isEmpty()) {
            return Deed.failed("action_not_found");
        }
        ObjectNode payload = payloads.begin("block_actions", person);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        ObjectNode values = Values.all(blocks, entered(press, found.get()));
        payload.set("view", ViewJson.of(workspace.team(), view, values));
        return send(person, payload, found.get(), press, blocks);
    }

    private Deed send(
            Person person,
            ObjectNode payload,
            Elements.Found found,
            Press press,
            List<JsonNode> blocks) {
        String ts = workspace.now();
        Optional<ObjectNode> action = Elements.action(found, press.value(), ts);
        if (action.isEmpty()) {
            return Deed.failed("option_not_found");
        }
        payload.putObject("state").set("values", Values.all(blocks, entered(press, found)));
        payload.put("trigger_id", triggers.give(person.id()));
        payload.putArray("actions").add(action.get());
        return Deed.of(bot.interaction(payload));
    }

    private static ObjectNode entered(Press press, Elements.Found found) {
        ObjectNode entered =
                press.entered() instanceof ObjectNode given
                        ? given.deepCopy()
                        : JsonNodeFactory.instance.objectNode();
        if (press.value() != null) {
            entered.withObjectProperty(found.blockId()).set(found.id(), press.value());
        }
        return entered;
    }
}

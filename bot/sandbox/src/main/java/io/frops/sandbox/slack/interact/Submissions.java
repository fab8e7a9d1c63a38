package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Modals;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Triggers;
import io.frops.sandbox.slack.workspace.View;
import io.frops.sandbox.slack.workspace.ViewJson;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/// Submitting and closing modals, and what the bot's answer does to them.
public final class Submissions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;
    private final BotLink bot;
    private final Triggers triggers;
    private final Modals modals;
    private final Payloads payloads;

    public Submissions(Workspace workspace, BotLink bot, Triggers triggers, Modals modals) {
        this.workspace = workspace;
        this.bot = bot;
        this.triggers = triggers;
        this.modals = modals;
        this.payloads = new Payloads(workspace);
    }

    /// Submits the view a person has on top. Errors of ours: `view_not_found`, `invalid_input`
    /// (shown in the modal), `bad_response`.
    ///
    /// @param entered by block_id and action_id, or flat by either
    public Deed submit(Person person, String viewId, JsonNode entered) {
        View view = top(person, viewId);
        if (view == null) {
            return Deed.failed("view_not_found");
        }
        JsonNode blocks = view.body().path("blocks");
        ObjectNode values = Values.all(blocks, entered);
        Map<String, String> mistakes = Values.mistakes(blocks, values);
        if (!mistakes.isEmpty()) {
            modals.mistakes(view, mistakes);
            return Deed.failed("invalid_input");
        }
        ObjectNode payload = payloads.begin("view_submission", person);
        payload.put("trigger_id", triggers.give(person.id()));
        payload.set("view", ViewJson.of(workspace.team(), view, values));
        payload.putArray("response_urls");
        BotReply reply = bot.interaction(payload);
        return reply instanceof BotReply.Answered answered && reply.accepted()
                ? follow(view, answered.body())
                : Deed.of(reply);
    }

    private @org.jspecify.annotations.Nullable View top(Person person, String viewId) {
        return workspace.modals(person.id()).stream()
                .filter(v -> v.id().equals(viewId))
                .findFirst()
                .orElse(null);
    }

    private Deed follow(View view, String body) {
        try {
            JsonNode answer = JSON.readTree(body.isBlank() ? "{}" : body);
            switch (answer.path("response_action").asText("")) {
                case "" -> modals.close(view.user(), false);
                case "clear" -> modals.close(view.user(), true);
                case "errors" -> errors(view, answer.path("errors"));
                case "update" -> modals.update(view, answer.path("view"), null);
                case "push" -> modals.push(view.user(), answer.path("view"));
                default -> {
                    return Deed.failed("bad_response");
                }
            }
            return Deed.DONE;
        } catch (JsonProcessingException | Refusal _) {
            return Deed.failed("bad_response");
        }
    }

    private void errors(View view, JsonNode errors) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        errors.properties().forEach(e -> mistakes.put(e.getKey(), e.getValue().asText()));
        for (String blockId : mistakes.keySet()) {
            if (view.body().path("blocks").findValues("block_id").stream()
                    .noneMatch(id -> id.asText().equals(blockId))) {
                throw new Refusal("unknown block_id " + blockId);
            }
        }
        if (mistakes.isEmpty()) {
            throw new Refusal("no errors given");
        }
        modals.mistakes(view, mistakes);
    }

    /// Closes the view on top, telling the bot when it asked to be told.
    public Deed close(Person person, String viewId) {
        View view = top(person, viewId);
        if (view == null) {
            return Deed.failed("view_not_found");
        }
        boolean all = view.body().path("clear_on_close").asBoolean();
        modals.close(person.id(), all);
        if (!view.body().path("notify_on_close").asBoolean()) {
            return Deed.DONE;
        }
        ObjectNode payload = payloads.begin("view_closed", person);
        ObjectNode values = Values.all(view.body().path("blocks"), JSON.createObjectNode());
        payload.set("view", ViewJson.of(workspace.team(), view, values));
        payload.put("is_cleared", all);
        return Deed.of(bot.interaction(payload));
    }
}

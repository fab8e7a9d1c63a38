package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Modals;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Triggers;
import io.frops.sandbox.slack.workspace.View;
import io.frops.sandbox.slack.workspace.ViewJson;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// views.*: modals and the Home tab.
final class ViewMethods {
    private final Workspace workspace;
    private final Modals modals;
    private final Triggers triggers;

    ViewMethods(Workspace workspace, Modals modals, Triggers triggers) {
        this.workspace = workspace;
        this.modals = modals;
        this.triggers = triggers;
    }

    Map<String, Function<Call, ObjectNode>> all() {
        return Map.of(
                "views.open",
                call -> answer(modals.open(person(call), view(call))),
                "views.push",
                call -> answer(modals.push(person(call), view(call))),
                "views.update",
                this::update,
                "views.publish",
                this::publish);
    }

    private String person(Call call) {
        String trigger = call.optional("trigger_id");
        if (trigger == null) {
            throw new Refusal("invalid_arguments", List.of("missing required field: trigger_id"));
        }
        return triggers.use(trigger);
    }

    private static JsonNode view(Call call) {
        JsonNode view = call.json("view", "invalid_arguments");
        if (view == null) {
            throw new Refusal("invalid_arguments", List.of("missing required field: view"));
        }
        return view;
    }

    private ObjectNode update(Call call) {
        String id = call.optional("view_id");
        String wanted = id == null ? call.text("external_id") : id;
        if (wanted.isEmpty()) {
            throw new Refusal("invalid_arguments", List.of("missing required field: view_id"));
        }
        View old = modals.find(wanted).orElseThrow(() -> new Refusal("not_found"));
        return answer(modals.update(old, view(call), call.optional("hash")));
    }

    private ObjectNode publish(Call call) {
        String person = call.text("user_id");
        if (workspace.person(person).isEmpty()) {
            throw new Refusal("invalid_arguments", List.of("invalid `user_id`"));
        }
        return answer(modals.publish(person, view(call), call.optional("hash")));
    }

    private ObjectNode answer(View view) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("view", ViewJson.of(workspace.team(), view, null));
        return answer;
    }
}

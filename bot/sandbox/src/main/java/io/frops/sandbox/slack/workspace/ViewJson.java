package io.frops.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// A view as Slack's API and interaction payloads show it.
public final class ViewJson {
    private ViewJson() {}

    /// A view with all fields that Slack shows.
    ///
    /// @param values what the person has entered, by block and action; null for nothing
    public static ObjectNode of(Team team, View view, @Nullable ObjectNode values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", view.id()).put("team_id", team.id());
        json.put("app_id", team.appId()).put("app_installed_team_id", team.id());
        json.put("bot_id", team.botId());
        json.put("callback_id", "").put("external_id", "").put("private_metadata", "");
        json.put("clear_on_close", false).put("notify_on_close", false);
        json.putNull("close").putNull("submit");
        json.setAll(view.body());
        json.put("hash", view.hash()).put("root_view_id", view.root());
        json.put("previous_view_id", view.previous());
        ObjectNode state = json.putObject("state");
        if (values == null) {
            state.putObject("values");
        } else {
            state.set("values", values);
        }
        return json;
    }
}

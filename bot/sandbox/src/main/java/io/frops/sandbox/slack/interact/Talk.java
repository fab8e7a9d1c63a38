package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Content;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/// What people write. The bot hears of it when it is mentioned or written to directly.
public final class Talk {
    private final Workspace workspace;
    private final Events events;

    public Talk(Workspace workspace, Events events) {
        this.workspace = workspace;
        this.events = events;
    }

    /// Writes a message.
    ///
    /// @param threadTs of a reply
    public Message say(Person person, Channel channel, String typed, @Nullable String threadTs) {
        String text = new Escape(workspace).message(typed);
        Message message =
                workspace.post(channel.id(), person.id(), Content.of(text), threadTs, false);
        if (channel.kind() == Channel.Kind.DIRECT) {
            events.send(event("message", person, message).put("channel_type", "im"));
        } else if (text.contains("<@" + workspace.team().bot().id() + ">")) {
            events.send(event("app_mention", person, message));
        }
        return message;
    }

    /// Somebody looks at the app's Home tab.
    public void openHome(Person person, Channel direct) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", "app_home_opened").put("user", person.id());
        event.put("channel", direct.id()).put("tab", "home").put("event_ts", workspace.now());
        events.send(event);
    }

    private ObjectNode event(String type, Person person, Message message) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", type).put("user", person.id()).put("ts", message.ts());
        event.put("text", message.content().text()).put("team", workspace.team().id());
        if (person.homeTeam() != null) {
            event.put("user_team", person.homeTeam());
        }
        if (message.threadTs() != null) {
            event.put("thread_ts", message.threadTs());
        }
        event.put("channel", message.channel()).put("event_ts", message.ts());
        return event;
    }
}

package io.frops.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.frops.sandbox.slack.interact.Commands;
import io.frops.sandbox.slack.interact.Deed;
import io.frops.sandbox.slack.interact.Presses;
import io.frops.sandbox.slack.interact.Submissions;
import io.frops.sandbox.slack.interact.Talk;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Modals;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.View;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one person can do and see. Each deed waits for the bot's answer, three seconds at most.
public final class Acting {
    private final Workspace workspace;
    private final Doors doors;
    private final Person person;

    /// The ways from a person to the bot.
    record Doors(
            Presses presses,
            Commands commands,
            Submissions submissions,
            Talk talk,
            Modals modals) {}

    Acting(Workspace workspace, Doors doors, Person person) {
        this.workspace = workspace;
        this.doors = doors;
        this.person = person;
    }

    /// Presses a button.
    ///
    /// @param place `ts` of a message or ephemeral message, or a view's id
    public Deed press(String place, String actionId) {
        return press(new Presses.Press(place, null, actionId, null, null, null));
    }

    /// Chooses an option of a menu, or presses the one of several buttons that has this value.
    public Deed press(String place, String actionId, String value) {
        return press(new Presses.Press(place, null, actionId, null, TextNode.valueOf(value), null));
    }

    Deed press(Presses.Press press) {
        return doors.presses().press(person, press);
    }

    /// Types a slash command into a channel's composer.
    public Deed command(String channel, String line) {
        Optional<Channel> where = channel(channel);
        return where.isEmpty()
                ? new Deed("channel_not_found")
                : doors.commands().command(person, where.get(), line);
    }

    Deed commandInThread(String channel, String threadTs, String line) {
        return channel(channel)
                .map(c -> doors.commands().inThread(person, c, threadTs, line))
                .orElse(new Deed("channel_not_found"));
    }

    /// Writes a message; `@frops` in it mentions the bot.
    public Optional<Message> say(String channel, String text, @Nullable String threadTs) {
        return channel(channel).map(c -> doors.talk().say(person, c, text, threadTs));
    }

    private Optional<Channel> channel(String id) {
        return workspace
                .channel(id)
                .filter(c -> c.kind() == Channel.Kind.PUBLIC || c.members().contains(person.id()))
                .filter(c -> !c.archived());
    }

    /// Submits the modal on top.
    ///
    /// @param values by block_id and action_id, or flat by either
    public Deed submit(JsonNode values) {
        return modal().map(v -> submit(v.id(), values)).orElse(new Deed("view_not_found"));
    }

    Deed submit(String viewId, JsonNode values) {
        return doors.submissions().submit(person, viewId, values);
    }

    /// Closes the modal on top.
    public Deed close() {
        return modal().map(v -> close(v.id())).orElse(new Deed("view_not_found"));
    }

    Deed close(String viewId) {
        return doors.submissions().close(person, viewId);
    }

    /// Looks at the app's Home tab.
    public void openHome() {
        doors.talk().openHome(person, workspace.direct(person.id()));
    }

    /// What only this person sees, oldest first.
    public List<Message> ephemerals() {
        return workspace.whispers(person.id());
    }

    /// The modal on top.
    public Optional<View> modal() {
        List<View> open = workspace.modals(person.id());
        return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
    }

    public Optional<View> home() {
        return workspace.home(person.id());
    }

    /// The id of this person's direct conversation with the bot.
    public String direct() {
        return workspace.direct(person.id()).id();
    }

    static ObjectNode answer(Deed deed) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", deed.ok());
        return deed.ok() ? answer : answer.put("error", deed.error());
    }
}

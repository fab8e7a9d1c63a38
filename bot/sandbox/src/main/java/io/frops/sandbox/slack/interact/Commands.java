package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Content;
import io.frops.sandbox.slack.workspace.Drafts;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Team;
import io.frops.sandbox.slack.workspace.Triggers;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Slash commands.
public final class Commands {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;
    private final BotLink bot;
    private final Triggers triggers;
    private final ResponseUrls urls;
    private final Drafts drafts;
    private final Set<String> registered;
    private final Payloads payloads;

    /// @param registered the commands the app has, with their slash
    public Commands(
            Workspace workspace,
            BotLink bot,
            Triggers triggers,
            ResponseUrls urls,
            Drafts drafts,
            Set<String> registered) {
        this.workspace = workspace;
        this.bot = bot;
        this.triggers = triggers;
        this.urls = urls;
        this.drafts = drafts;
        this.registered = Set.copyOf(registered);
        this.payloads = new Payloads(workspace);
    }

    /// Sends a command and shows its answer, or Slack's own words when there is none.
    ///
    /// @param line with the slash, as typed
    public Deed command(Person person, Channel channel, String line) {
        String[] parts = line.strip().split("\\s+", 2);
        String name = parts[0];
        if (!registered.contains(name)) {
            tell(person, channel, "`" + Escape.text(name) + "` is not a valid command.");
            return Deed.failed("invalid_command");
        }
        String text = parts.length > 1 ? new Escape(workspace).mentions(parts[1].strip()) : "";
        BotReply reply = bot.command(fields(person, channel, name, text));
        if (!(reply instanceof BotReply.Answered answered) || !reply.accepted()) {
            tell(person, channel, "%s failed with the error \"%s\"".formatted(name, reply.code()));
            return Deed.of(reply);
        }
        return show(person, channel, name, answered);
    }

    /// Slash commands do not work in threads.
    public Deed inThread(Person person, Channel channel, String threadTs, String line) {
        String name = line.strip().split("\\s+", 2)[0];
        workspace.whisper(
                channel.id(),
                Team.SLACKBOT.id(),
                person.id(),
                Content.of("`" + Escape.text(name) + "` is not supported in threads. Sorry!"),
                threadTs);
        return Deed.failed("not_supported_in_threads");
    }

    private Map<String, String> fields(Person person, Channel channel, String name, String text) {
        Team team = workspace.team();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", Payloads.TOKEN);
        fields.put("team_id", payloads.home(person));
        fields.put("team_domain", team.domain());
        fields.put("channel_id", channel.id());
        fields.put("channel_name", Payloads.name(channel));
        fields.put("user_id", person.id());
        fields.put("user_name", person.name());
        fields.put("command", name);
        fields.put("text", text);
        fields.put("api_app_id", team.appId());
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", urls.issue(person.id(), channel.id(), null, false));
        fields.put("trigger_id", triggers.give(person.id()));
        return fields;
    }

    private Deed show(Person person, Channel channel, String name, BotReply.Answered answer) {
        if (answer.body().isBlank()) {
            return Deed.DONE;
        }
        try {
            JsonNode body =
                    answer.type().startsWith("application/json")
                            ? JSON.readTree(answer.body())
                            : JSON.createObjectNode().put("text", answer.body());
            Content content = drafts.read(Drafts.Raw.of(body), "invalid_blocks");
            String app = workspace.team().bot().id();
            if (body.path("response_type").asText("").equals("in_channel")) {
                workspace.post(channel.id(), app, content, null, false);
            } else {
                workspace.whisper(channel.id(), app, person.id(), content, null);
            }
            return Deed.DONE;
        } catch (JsonProcessingException | Refusal _) {
            tell(person, channel, name + " failed with the error \"invalid_response\"");
            return Deed.failed("invalid_response");
        }
    }

    private void tell(Person person, Channel channel, String text) {
        workspace.whisper(channel.id(), Team.SLACKBOT.id(), person.id(), Content.of(text), null);
    }
}

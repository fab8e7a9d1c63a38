package io.frops.sandbox.slack.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.View;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The whole page for one person: sidebar, conversation, thread, modal.
public final class Page {
    /// Messages shown of a conversation, the newest ones.
    private static final int SHOWN = 300;

    private final Workspace workspace;
    private final List<CommandHint> hints;
    private final @Nullable Welcome welcome;
    private final Mrkdwn text;
    private final Messages messages;
    private final ModalPage modal;
    private final Blocks blocks;
    private final Sidebar sidebar;

    public Page(
            Workspace workspace,
            List<CommandHint> hints,
            @Nullable Welcome welcome,
            Unread unread) {
        this.workspace = workspace;
        this.hints = List.copyOf(hints);
        this.welcome = welcome;
        Emoji emoji = new Emoji();
        this.text = new Mrkdwn(workspace, emoji);
        this.blocks = new Blocks(workspace, emoji, text);
        this.messages = new Messages(workspace, text, blocks);
        this.modal = new ModalPage(blocks, text);
        this.sidebar = new Sidebar(workspace, unread);
    }

    /// What is looked at.
    ///
    /// @param thread `ts` of the thread that stands beside the channel
    /// @param home the app's Home tab in place of the direct messages
    public record Look(Person person, Channel channel, @Nullable String thread, boolean home) {
        String link() {
            return "/?as=" + person.id() + "&channel=" + channel.id();
        }
    }

    public String html(Look look) {
        boolean threaded = look.thread() != null;
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s - %s - Slack (simulated)</title>
        <link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/app.css">
        <script src="/app.js" defer></script></head>
        <body class="%s" data-person="%s" data-channel="%s" data-thread="%s">
        <nav id="sidebar" class="sidebar" aria-label="Workspace">%s</nav>
        <main class="main">%s%s%s%s</main>
        %s
        <div id="modal">%s</div>
        <div id="confirm"></div><div id="toast" role="status" aria-live="polite"></div>
        <script type="application/json" id="hints">%s</script>
        <script type="application/json" id="names">%s</script>
        </body></html>
        """
                .formatted(
                        Html.escape(title(look)),
                        Html.escape(workspace.team().name()),
                        threaded ? "threaded" : "",
                        Html.escape(look.person().id()),
                        Html.escape(look.channel().id()),
                        Html.escape(look.thread()),
                        sidebar.html(look),
                        header(look),
                        welcome(look),
                        look.home() ? home(look) : list(look),
                        look.home() ? "" : composer(look, null),
                        threaded ? thread(look, String.valueOf(look.thread())) : "",
                        topModal(look.person()),
                        script(hints()),
                        script(names()));
    }

    private String topModal(Person person) {
        List<View> open = workspace.modals(person.id());
        return open.isEmpty() ? "" : modal.html(open.getLast());
    }

    private String title(Look look) {
        return look.channel().kind() == Channel.Kind.DIRECT
                ? workspace.team().bot().name()
                : "#" + look.channel().name();
    }

    private String header(Look look) {
        Channel channel = look.channel();
        boolean direct = channel.kind() == Channel.Kind.DIRECT;
        String members =
                direct
                        ? ""
                        : "<span class=\"members\" title=\"Members of this channel\"><span aria-hidden=\"true\">👥</span> %d</span>"
                                .formatted(channel.members().size());
        String sign = channel.kind() == Channel.Kind.PRIVATE ? "🔒" : "#";
        String name =
                direct
                        ? Avatar.html(workspace.team().bot(), "tiny") + Html.escape(title(look))
                        : "<span class=\"sign\">" + sign + "</span>" + Html.escape(channel.name());
        return """
        <header class="top"><button type="button" class="burger" data-sidebar aria-label="Show channels" aria-controls="sidebar">☰</button>
        <h1>%s</h1><span class="topic">%s</span>%s</header>%s\
        """
                .formatted(name, text.html(channel.topic()), members, direct ? tabs(look) : "");
    }

    private static String tabs(Look look) {
        String link = Html.escape(look.link());
        return """
        <div class="tabs" role="tablist"><a role="tab" href="%s&amp;tab=home" aria-selected="%s">Home</a><a role="tab" href="%s" aria-selected="%s">Messages</a></div>\
        """
                .formatted(link, look.home(), link, !look.home());
    }

    private String home(Look look) {
        String inner =
                workspace
                        .home(look.person().id())
                        .map(v -> blocks.html(v.body().path("blocks"), v.id()))
                        .orElse("<p class=\"empty\">This app has nothing here yet.</p>");
        return "<section id=\"home\" class=\"home\" data-home>" + inner + "</section>";
    }

    private String welcome(Look look) {
        Welcome shown = welcome;
        if (shown == null || !shown.channel().equals(look.channel().id())) {
            return "";
        }
        StringBuilder buttons = new StringBuilder();
        for (Welcome.WelcomeAction action : shown.actions().get()) {
            buttons.append("<button type=\"button\" class=\"btn ")
                    .append(Html.escape(action.style()))
                    .append("\"")
                    .append(Html.attr("data-welcome", action.path()))
                    .append(">")
                    .append(Html.escape(action.label()))
                    .append("</button>");
        }
        return """
        <section class="welcome" aria-label="Welcome"><div class="welcome-text"><b>%s</b><div>%s</div></div>
        <div class="welcome-actions">%s</div><button type="button" class="x" data-hide-welcome aria-label="Hide the text">✕</button></section>\
        """
                .formatted(Html.escape(shown.title()), text.html(shown.text()), buttons);
    }

    private String list(Look look) {
        String channel = look.channel().id();
        List<Message> shown = new ArrayList<>(workspace.messages(channel));
        shown.removeIf(m -> m.isReply() && !m.broadcast());
        shown.subList(0, Math.max(0, shown.size() - SHOWN)).clear();
        Set<String> whispers = whispers(look, null, shown);
        String link = look.link() + "&thread=";
        String empty =
                shown.isEmpty()
                        ? "<p class=\"empty\" data-key=\"empty\">This is the very beginning of <b>%s</b>.</p>"
                                .formatted(Html.escape(title(look)))
                        : "";
        return "<section id=\"messages\" class=\"messages\" role=\"log\" aria-live=\"polite\" aria-label=\"Messages\" tabindex=\"0\" data-list>"
                + empty
                + messages.list(shown, new Messages.Place(link, whispers))
                + "</section>";
    }

    /// Adds what only the viewer sees, in order of time.
    private Set<String> whispers(Look look, @Nullable String thread, List<Message> into) {
        Set<String> keys = new HashSet<>();
        for (Message whisper : workspace.whispers(look.person().id())) {
            boolean here =
                    whisper.channel().equals(look.channel().id())
                            && java.util.Objects.equals(whisper.threadTs(), thread);
            if (here) {
                into.add(whisper);
                keys.add(whisper.ts());
            }
        }
        into.sort(Comparator.comparing(Message::ts));
        return keys;
    }

    private String thread(Look look, String root) {
        List<Message> shown = new ArrayList<>(workspace.thread(look.channel().id(), root));
        Set<String> whispers = whispers(look, root, shown);
        return """
        <aside class="thread" aria-label="Thread"><header class="top"><h2>Thread <small>%s</small></h2>
        <a class="x" href="%s" data-close-thread aria-label="Close thread">✕</a></header>
        <section id="thread-messages" class="messages" role="log" aria-live="polite" aria-label="Thread messages" tabindex="0" data-list>%s</section>%s</aside>\
        """
                .formatted(
                        Html.escape(title(look)),
                        Html.escape(look.link()),
                        messages.list(shown, new Messages.Place("", whispers)),
                        composer(look, root));
    }

    private String composer(Look look, @Nullable String root) {
        String hint = root == null ? "Message " + title(look) : "Reply…";
        return """
        <form class="composer" data-composer data-channel="%s"%s><div class="suggestions" role="listbox" aria-label="Suggestions" hidden></div>
        <textarea rows="1" name="text" aria-label="%s" placeholder="%s" autocomplete="off" data-input></textarea>
        <button type="submit" class="send" aria-label="Send"><svg viewBox="0 0 20 20" aria-hidden="true"><path fill="currentColor" d="M2 3l16 7-16 7 2.500-7zM5.500 10.700H12V9.300H5.500z"/></svg></button></form>\
        """
                .formatted(
                        Html.escape(look.channel().id()),
                        Html.attr("data-thread", root),
                        Html.escape(hint),
                        Html.escape(hint));
    }

    private ArrayNode hints() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (CommandHint hint : hints) {
            ObjectNode one = all.addObject().put("name", hint.name()).put("usage", hint.usage());
            one.put("description", hint.description());
            ArrayNode subs = one.putArray("subs");
            hint.subs()
                    .forEach(s ->
                            subs.addObject()
                                    .put("name", s.name())
                                    .put("usage", s.usage())
                                    .put("description", s.description()));
        }
        return all;
    }

    private ArrayNode names() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        workspace
                .people()
                .forEach(p -> all.addObject().put("name", p.name()).put("real", p.realName()));
        return all;
    }

    /// JSON that may stand within a script element.
    private static String script(ArrayNode json) {
        return json.toString().replace("<", "\\u003c");
    }
}

package io.frops.sandbox.slack.page;

import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.Comparator;
import java.util.List;

/// Channels, direct messages and the person switcher.
final class Sidebar {
    private final Workspace workspace;
    private final Unread unread;

    Sidebar(Workspace workspace, Unread unread) {
        this.workspace = workspace;
        this.unread = unread;
    }

    String html(Page.Look look) {
        return """
        <div class="workspace"><b>%s</b></div><div class="scroll"><h2>Channels</h2><ul>%s</ul><h2>Direct messages</h2><ul>%s</ul></div>%s\
        """
                .formatted(
                        Html.escape(workspace.team().name()),
                        channels(look),
                        direct(look),
                        switcher(look));
    }

    private String channels(Page.Look look) {
        List<Channel> shown =
                workspace.channels().stream()
                        .filter(c -> c.kind() != Channel.Kind.DIRECT && !c.archived())
                        .filter(c ->
                                c.kind() == Channel.Kind.PUBLIC
                                        || c.members().contains(look.person().id()))
                        .sorted(
                                Comparator.comparing((Channel c) -> !c.name().equals("incidents"))
                                        .thenComparing(Channel::name))
                        .toList();
        StringBuilder out = new StringBuilder();
        for (Channel channel : shown) {
            String sign = channel.kind() == Channel.Kind.PRIVATE ? "🔒" : "#";
            out.append(
                    entry(
                            look,
                            channel.id(),
                            "<span class=\"sign\">"
                                    + sign
                                    + "</span>"
                                    + Html.escape(channel.name())));
        }
        return out.toString();
    }

    private String direct(Page.Look look) {
        Person bot = workspace.team().bot();
        String id = "D" + look.person().id().substring(1);
        return entry(
                look,
                id,
                Avatar.html(bot, "tiny")
                        + Html.escape(bot.name())
                        + "<span class=\"badge\">APP</span>");
    }

    private String entry(Page.Look look, String channel, String inner) {
        boolean here = look.channel().id().equals(channel);
        int count = here ? 0 : unread.count(look.person().id(), channel);
        String mark =
                count == 0
                        ? ""
                        : "<span class=\"count\" aria-label=\"%d unread\">%d</span>"
                                .formatted(count, count);
        return "<li data-key=\"%s\"><a href=\"/?as=%s&amp;channel=%s\" data-goto=\"%s\"%s%s>%s%s</a></li>"
                .formatted(
                        Html.escape(channel),
                        Html.escape(look.person().id()),
                        Html.escape(channel),
                        Html.escape(channel),
                        here ? " aria-current=\"page\"" : "",
                        count == 0 ? "" : " class=\"unread\"",
                        inner,
                        mark);
    }

    private String switcher(Page.Look look) {
        StringBuilder others = new StringBuilder();
        for (Person person : workspace.people()) {
            if (person.kind() != Person.Kind.BOT) {
                boolean me = person.id().equals(look.person().id());
                String channel =
                        look.channel().kind() == Channel.Kind.DIRECT
                                ? "D" + person.id().substring(1)
                                : look.channel().id();
                others.append("<li><a href=\"/?as=")
                        .append(Html.escape(person.id()))
                        .append("&amp;channel=")
                        .append(Html.escape(channel))
                        .append("\"")
                        .append(Html.attr("data-person", person.id()))
                        .append(me ? " aria-current=\"true\"" : "")
                        .append(">")
                        .append(face(person))
                        .append("</a></li>");
            }
        }
        return "<details class=\"switcher\" id=\"switcher\"><summary data-switcher aria-label=\"Act as somebody else\">"
                + face(look.person())
                + "<span class=\"chevron\" aria-hidden=\"true\">⌃</span></summary><div class=\"people\"><p>Act as</p><ul>"
                + others
                + "</ul></div></details>";
    }

    private static String face(Person person) {
        return Avatar.html(person, "small")
                + "<span class=\"face-name\"><b>"
                + Html.escape(person.realName())
                + "</b><small>@"
                + Html.escape(person.name())
                + " · "
                + Html.escape(person.role())
                + "</small></span>";
    }
}

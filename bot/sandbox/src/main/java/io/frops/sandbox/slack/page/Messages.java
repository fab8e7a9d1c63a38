package io.frops.sandbox.slack.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.sandbox.slack.workspace.Content;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Team;
import io.frops.sandbox.slack.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Messages as HTML, grouped by author and day.
final class Messages {
    private static final DateTimeFormatter CLOCK = format("h:mm a");
    private static final DateTimeFormatter EXACT =
            format("EEEE, MMMM d, uuuu 'at' h:mm:ss a 'UTC'");
    private static final DateTimeFormatter DAY = format("EEEE, MMMM d");

    /// Seconds within which messages of one author stand together.
    private static final long TOGETHER = 300;

    private final Workspace workspace;
    private final Mrkdwn text;
    private final Blocks blocks;

    Messages(Workspace workspace, Mrkdwn text, Blocks blocks) {
        this.workspace = workspace;
        this.text = text;
        this.blocks = blocks;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /// Where a message is shown.
    ///
    /// @param threadLink address of a thread up to its `ts`; empty where threads are not offered
    /// @param whispers the `ts` of messages that only the viewer sees
    record Place(String threadLink, Set<String> whispers) {
        /// Of the ids, so that a root that stands in the channel and in its thread has two.
        String prefix() {
            return thread() ? "t" : "m";
        }

        boolean thread() {
            return threadLink.isEmpty();
        }
    }

    String list(List<Message> messages, Place place) {
        StringBuilder out = new StringBuilder();
        Message before = null;
        for (Message message : messages) {
            boolean sameDay = before != null && day(message).equals(day(before));
            if (!sameDay) {
                out.append(divider(message));
            }
            boolean opens = place.thread() && messages.getFirst().equals(before);
            boolean follows =
                    sameDay && before != null && !opens && together(before, message, place);
            out.append(one(message, follows, place));
            before = message;
            if (place.thread() && message.equals(messages.getFirst()) && messages.size() > 1) {
                out.append(separator(messages.size() - 1));
            }
        }
        return out.toString();
    }

    private static String divider(Message message) {
        LocalDate day = day(message);
        return "<div class=\"day\" data-key=\"day-%s\"><time data-day=\"%s\" datetime=\"%s\">%s</time></div>"
                .formatted(
                        day, at(message.ts()).getEpochSecond(), day, DAY.format(at(message.ts())));
    }

    private static String separator(int replies) {
        return "<div class=\"separator\" data-key=\"separator\">%d %s</div>"
                .formatted(replies, replies == 1 ? "reply" : "replies");
    }

    private static boolean together(Message before, Message message, Place place) {
        return before.user().equals(message.user())
                && !message.isReplyShown()
                && !place.whispers().contains(before.ts())
                && !place.whispers().contains(message.ts())
                && before.content().attachments() == null
                && message.content().attachments() == null
                && at(before.ts()).plusSeconds(TOGETHER).isAfter(at(message.ts()));
    }

    static Instant at(String ts) {
        return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))));
    }

    private static LocalDate day(Message message) {
        return LocalDate.ofInstant(at(message.ts()), ZoneOffset.UTC);
    }

    private Person author(Message message) {
        return workspace.person(message.user()).orElse(Team.SLACKBOT);
    }

    private String one(Message message, boolean follows, Place place) {
        boolean whisper = place.whispers().contains(message.ts());
        Person author = author(message);
        StringBuilder out = new StringBuilder("<article class=\"msg");
        out.append(follows ? " follows" : "")
                .append(whisper ? " whisper" : "")
                .append("\"")
                .append(Html.attr("data-key", message.ts()))
                .append(Html.attr("data-ts", message.ts()))
                .append(Html.attr("data-channel", message.channel()))
                .append(Html.attr("data-author", message.user()))
                .append(Html.attr("id", place.prefix() + message.ts()))
                .append(whisper ? " data-ephemeral" : "")
                .append(">");
        if (whisper) {
            out.append(
                    "<div class=\"only\"><span aria-hidden=\"true\">👁</span> Only visible to you</div>");
        }
        out.append("<div class=\"gutter\">")
                .append(follows ? time(message.ts(), "small") : Avatar.html(author, "large"))
                .append("</div><div class=\"body\">");
        if (!follows) {
            out.append(head(message, author));
        }
        return out.append(content(message))
                .append(footer(message, place))
                .append("</div></article>")
                .toString();
    }

    private static String head(Message message, Person author) {
        String badge =
                switch (author.kind()) {
                    case BOT -> "<span class=\"badge\">APP</span>";
                    case STRANGER -> "<span class=\"badge\">OTHER WORKSPACE</span>";
                    case GUEST -> "<span class=\"badge\">GUEST</span>";
                    case MEMBER, ADMIN -> "";
                };
        String broadcast =
                message.isReplyShown() ? "<div class=\"replied\">replied to a thread</div>" : "";
        String name = author.kind() == Person.Kind.BOT ? author.name() : author.realName();
        return "<div class=\"head\"><b class=\"who\""
                + Html.attr("data-person", author.id())
                + ">"
                + Html.escape(name)
                + "</b>"
                + badge
                + time(message.ts(), "")
                + "</div>"
                + broadcast;
    }

    static String time(String ts, String css) {
        Instant at = at(ts);
        return "<time class=\"when "
                + css
                + "\" datetime=\""
                + at
                + "\" title=\""
                + EXACT.format(at)
                + "\">"
                + CLOCK.format(at)
                + "</time>";
    }

    private String content(Message message) {
        Content content = message.content();
        String edited =
                message.edited() == null
                        ? ""
                        : " <span class=\"edited\" title=\"%s\">(edited)</span>"
                                .formatted(EXACT.format(at(message.edited())));
        StringBuilder out = new StringBuilder();
        if (content.blocks() != null) {
            out.append(blocks.html(content.blocks(), message.ts()));
        } else if (!content.text().isEmpty() && content.attachments() == null) {
            out.append("<div class=\"text\">")
                    .append(text.html(content.text()))
                    .append(edited)
                    .append("</div>");
            edited = "";
        } else if (!content.text().isEmpty()) {
            out.append("<div class=\"text\">").append(text.html(content.text())).append("</div>");
        }
        if (content.attachments() != null) {
            content.attachments().forEach(a -> out.append(attachment(a, message.ts())));
        }
        return out.append(edited).toString();
    }

    private String attachment(JsonNode attachment, String ts) {
        String colour = attachment.path("color").asText("");
        String named =
                switch (colour) {
                    case "good" -> "#2eb67d";
                    case "warning" -> "#ecb22e";
                    case "danger" -> "#e01e5a";
                    default -> colour.startsWith("#") ? colour : "#" + colour;
                };
        String safe = named.matches("#[0-9a-fA-F]{6}") ? named : "#dddddd";
        StringBuilder out =
                new StringBuilder(
                        "<div class=\"attachment\" data-color=\""
                                + safe
                                + "\" style=\"--bar:"
                                + safe
                                + "\"><div>");
        for (String field : List.of("pretext", "title", "text")) {
            if (attachment.has(field)) {
                out.append("<div class=\"text\">")
                        .append(text.html(attachment.path(field).asText()))
                        .append("</div>");
            }
        }
        return out.append(blocks.html(attachment.path("blocks"), ts))
                .append("</div></div>")
                .toString();
    }

    private String footer(Message message, Place place) {
        StringBuilder out = new StringBuilder();
        if (!message.reactions().isEmpty()) {
            out.append("<div class=\"reactions\">");
            for (String reaction : message.reactions()) {
                String name = reaction.substring(0, reaction.lastIndexOf(':'));
                out.append("<span class=\"reaction\">")
                        .append(text.plain(":" + name + ":"))
                        .append(" 1</span>");
            }
            out.append("</div>");
        }
        if (place.threadLink().isEmpty() || place.whispers().contains(message.ts())) {
            return out.toString();
        }
        return out.append(thread(message, place)).toString();
    }

    private String thread(Message message, Place place) {
        String root = message.isReply() ? Objects.requireNonNull(message.threadTs()) : message.ts();
        List<Message> thread = workspace.thread(message.channel(), root);
        String href = Html.escape(place.threadLink() + root);
        if (thread.size() < 2 || message.isReply()) {
            return "<a class=\"hover-reply\" href=\""
                    + href
                    + "\" data-thread=\""
                    + root
                    + "\">"
                    + (message.isReply() ? "View thread" : "Reply in thread")
                    + "</a>";
        }
        Set<String> users = new LinkedHashSet<>();
        thread.subList(1, thread.size()).forEach(m -> users.add(m.user()));
        StringBuilder faces = new StringBuilder();
        users.stream()
                .limit(4)
                .forEach(u ->
                        faces.append(
                                Avatar.html(workspace.person(u).orElse(Team.SLACKBOT), "tiny")));
        int replies = thread.size() - 1;
        return "<a class=\"replies\" href=\""
                + href
                + "\" data-thread=\""
                + root
                + "\"><span class=\"faces\">"
                + faces
                + "</span><b>"
                + replies
                + (replies == 1 ? " reply" : " replies")
                + "</b><span class=\"last\">Last reply "
                + time(thread.getLast().ts(), "rel")
                + "</span></a>";
    }
}

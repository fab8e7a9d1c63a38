package io.frops.sandbox.slack.interact;

import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people type, as Slack hands it on: escaped, with mentions turned into ids.
final class Escape {
    private static final Pattern MENTION = Pattern.compile("(?<![\\w<])([@#])([\\w.-]+)");

    private final Workspace workspace;

    Escape(Workspace workspace) {
        this.workspace = workspace;
    }

    static String text(String typed) {
        return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// As a slash command with `should_escape` receives it: `<@U1|ana>`, `<#C1|incidents>`.
    String mentions(String typed) {
        return mentions(text(typed), true);
    }

    /// As a message holds it: `<@U1>`, `<#C1|incidents>`.
    String message(String typed) {
        return mentions(text(typed), false);
    }

    private String mentions(String escaped, boolean named) {
        Matcher matcher = MENTION.matcher(escaped);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(mention(found.group(1), found.group(2), named)));
    }

    private String mention(String sign, String name, boolean named) {
        if (sign.equals("#")) {
            return workspace.channels().stream()
                    .filter(c -> c.kind() != Channel.Kind.DIRECT && c.name().equals(name))
                    .findFirst()
                    .map(c -> "<#" + c.id() + "|" + c.name() + ">")
                    .orElse(sign + name);
        }
        return workspace.people().stream()
                .filter(p -> p.name().equals(name))
                .map(Person::id)
                .findFirst()
                .map(id -> named ? "<@" + id + "|" + name + ">" : "<@" + id + ">")
                .orElse(sign + name);
    }
}

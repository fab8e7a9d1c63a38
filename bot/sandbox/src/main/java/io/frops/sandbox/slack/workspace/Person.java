package io.frops.sandbox.slack.workspace;

import org.jspecify.annotations.Nullable;

/// Somebody in the workspace.
///
/// @param id `U...`
/// @param name the handle after `@`
/// @param role what the person switcher says beside the name, such as `responder`; means nothing to
///   Slack
/// @param homeTeam the workspace of a [Kind#STRANGER], null for everybody else
/// @param timeZone an IANA name
public record Person(
        String id,
        String name,
        String realName,
        String email,
        Kind kind,
        String role,
        @Nullable String homeTeam,
        String timeZone) {
    /// How the person belongs to the workspace; a stranger comes through a shared channel.
    public enum Kind {
        MEMBER,
        ADMIN,
        GUEST,
        STRANGER,
        BOT
    }

    public Person {
        if (!id.matches("[UW][A-Z0-9]+")) {
            throw new IllegalArgumentException("A person's id reads U and capitals, not " + id);
        }
    }

    public static Person member(String id, String name, String realName, String role) {
        return new Person(
                id, name, realName, name + "@example.org", Kind.MEMBER, role, null, "UTC");
    }

    public static Person guest(String id, String name, String realName) {
        return new Person(
                id, name, realName, name + "@example.org", Kind.GUEST, "guest", null, "UTC");
    }

    /// Somebody of another workspace, here through a shared channel.
    ///
    /// @param homeTeam the other workspace, `T...`
    public static Person stranger(String id, String name, String realName, String homeTeam) {
        return new Person(
                id,
                name,
                realName,
                name + "@example.com",
                Kind.STRANGER,
                "other workspace",
                homeTeam,
                "UTC");
    }

    public static Person bot(String id, String name, String realName) {
        return new Person(id, name, realName, "", Kind.BOT, "app", null, "UTC");
    }
}

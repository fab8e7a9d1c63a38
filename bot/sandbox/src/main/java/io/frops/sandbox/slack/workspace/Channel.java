package io.frops.sandbox.slack.workspace;

import java.util.LinkedHashSet;
import java.util.Set;

/// A conversation.
///
/// @param name without `#`; for a direct message the other person's id
/// @param members ids of people and of the bot
/// @param created seconds since 1970
public record Channel(
        String id,
        String name,
        Kind kind,
        String topic,
        Set<String> members,
        boolean archived,
        long created) {
    /// What sort of conversation it is.
    public enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT
    }

    public Channel {
        members = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    public static Channel open(String id, String name, String topic, Set<String> members) {
        return new Channel(id, name, Kind.PUBLIC, topic, members, false, 1_700_000_000L);
    }

    public Channel joined(String person) {
        Set<String> more = new LinkedHashSet<>(members);
        more.add(person);
        return new Channel(id, name, kind, topic, more, archived, created);
    }

    public Channel left(String person) {
        Set<String> fewer = new LinkedHashSet<>(members);
        fewer.remove(person);
        return new Channel(id, name, kind, topic, fewer, archived, created);
    }

    public Channel archive(boolean on) {
        return new Channel(id, name, kind, topic, members, on, created);
    }
}

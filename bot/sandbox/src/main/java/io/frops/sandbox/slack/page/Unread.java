package io.frops.sandbox.slack.page;

import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How far each person has read. In memory alone: after a restart everything counts as read.
public final class Unread {
    private final Workspace workspace;
    private final String start;
    private final Map<String, String> read = new ConcurrentHashMap<>();

    public Unread(Workspace workspace) {
        this.workspace = workspace;
        this.start = workspace.now();
    }

    /// This person has seen all there is in the channel.
    public void seen(String person, String channel) {
        List<Message> all = workspace.messages(channel);
        if (!all.isEmpty()) {
            read.put(person + "/" + channel, all.getLast().ts());
        }
    }

    int count(String person, String channel) {
        String last = read.getOrDefault(person + "/" + channel, start);
        return (int)
                workspace.messages(channel).stream()
                        .filter(m -> m.ts().compareTo(last) > 0 && !m.user().equals(person))
                        .filter(m -> !m.isReply() || m.broadcast())
                        .count();
    }
}

package io.frops.sandbox.slack.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything the workspace knows, changed by [#evolve] alone. Not thread-safe.
final class State {
    private static final int FORMER = 10;

    final Map<String, Channel> channels = new LinkedHashMap<>();
    final Map<String, NavigableMap<String, Message>> messages = new LinkedHashMap<>();
    final Map<String, Deque<Content>> former = new HashMap<>();
    final Map<String, NavigableSet<String>> replies = new LinkedHashMap<>();
    final Map<String, NavigableMap<String, Message>> whispers = new LinkedHashMap<>();
    final Map<String, List<View>> modals = new LinkedHashMap<>();
    final Map<String, View> homes = new LinkedHashMap<>();
    final Map<String, ResponseUrl> urls = new LinkedHashMap<>();
    final Map<String, KeptFile> files = new LinkedHashMap<>();

    /// The latest `ts` given out, so that none is given twice.
    String lastTs = "";

    void evolve(Change change) {
        switch (change) {
            case Change.Written(Message message) -> write(message);
            case Change.Deleted(String channel, String ts) -> delete(channel, ts);
            case Change.Whispered(String user, Message message) -> whisper(user, message);
            case Change.Unwhispered(String user, String ts) -> whispers(user).remove(ts);
            case Change.ChannelSet(Channel channel) -> channels.put(channel.id(), channel);
            case Change.ModalsSet(String user, List<View> stack) -> modals.put(user, stack);
            case Change.HomeSet(String user, View view) -> homes.put(user, view);
            case Change.UrlSet(ResponseUrl url) -> urls.put(url.key(), url);
            case Change.FileSet(KeptFile file) -> files.put(file.id(), file);
        }
    }

    private void write(Message message) {
        Message old = in(message.channel()).put(message.ts(), message);
        if (old != null && !old.content().equals(message.content())) {
            Deque<Content> before = former(message.channel(), message.ts());
            before.addFirst(old.content());
            if (before.size() > FORMER) {
                before.removeLast();
            }
        }
        if (message.isReply()) {
            thread(message.channel(), String.valueOf(message.threadTs())).add(message.ts());
        }
        seen(message.ts());
        if (message.edited() != null) {
            seen(message.edited());
        }
    }

    private void delete(String channel, String ts) {
        Message gone = in(channel).remove(ts);
        if (gone != null && gone.isReply()) {
            thread(channel, String.valueOf(gone.threadTs())).remove(ts);
        }
    }

    /// What a message was, the latest first: somebody's window may still show it.
    Deque<Content> former(String channel, String ts) {
        return former.computeIfAbsent(channel + "/" + ts, _ -> new ArrayDeque<>());
    }

    private void whisper(String user, Message message) {
        whispers(user).put(message.ts(), message);
        seen(message.ts());
    }

    private void seen(String ts) {
        if (ts.compareTo(lastTs) > 0) {
            lastTs = ts;
        }
    }

    NavigableMap<String, Message> in(String channel) {
        return messages.computeIfAbsent(channel, _ -> new TreeMap<>());
    }

    NavigableSet<String> thread(String channel, String ts) {
        return replies.computeIfAbsent(channel + "/" + ts, _ -> new TreeSet<>());
    }

    NavigableMap<String, Message> whispers(String user) {
        return whispers.computeIfAbsent(user, _ -> new TreeMap<>());
    }

    /// The shortest list of changes that leads here.
    List<Change> changes() {
        List<Change> all = new ArrayList<>();
        channels.values().forEach(c -> all.add(new Change.ChannelSet(c)));
        messages.values().forEach(m -> m.values().forEach(v -> all.add(new Change.Written(v))));
        whispers.forEach((u, m) -> m.values().forEach(v -> all.add(new Change.Whispered(u, v))));
        modals.forEach((u, stack) -> all.add(new Change.ModalsSet(u, stack)));
        homes.forEach((u, view) -> all.add(new Change.HomeSet(u, view)));
        urls.values().forEach(u -> all.add(new Change.UrlSet(u)));
        files.values().forEach(f -> all.add(new Change.FileSet(f)));
        return all;
    }
}

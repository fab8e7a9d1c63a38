package io.frops.integrations.slack.door;

import io.frops.core.chat.Doors;
import io.frops.core.chat.Effect;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Text;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// Doors that remember what came and answer by the first word. `read` looks, all else changes.
final class StubDoors implements Doors {
    final List<Invocation> came = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Invocation, Outcome>> answers = new ConcurrentHashMap<>();

    static Reply reply(String text) {
        return Reply.toCaller(Message.of(text, Text.of(text)));
    }

    static Reply loud(String text) {
        return new Reply(Message.of(text, Text.of(text)), Reply.Audience.CHANNEL, Map.of());
    }

    StubDoors on(String word, Function<Invocation, Outcome> answer) {
        answers.put(word, answer);
        return this;
    }

    StubDoors on(String word, Outcome outcome) {
        return on(word, invocation -> outcome);
    }

    @Override
    public Outcome handle(Invocation invocation) {
        came.add(invocation);
        String word = invocation.words().isEmpty() ? "" : invocation.words().getFirst();
        Outcome done = new Outcome.Done(reply("did " + String.join("|", invocation.words())));
        return answers.getOrDefault(word, i -> done).apply(invocation);
    }

    @Override
    public Effect effect(List<String> words) {
        return words.contains("read") ? Effect.READ : Effect.CHANGE;
    }
}

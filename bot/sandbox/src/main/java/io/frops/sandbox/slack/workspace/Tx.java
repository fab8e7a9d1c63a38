package io.frops.sandbox.slack.workspace;

import java.util.Optional;
import java.util.function.Supplier;

/// A look at the state while its lock is held. Not to be kept.
public final class Tx {
    private final State state;
    private final Supplier<String> clock;

    Tx(State state, Supplier<String> clock) {
        this.state = state;
        this.clock = clock;
    }

    State state() {
        return state;
    }

    /// A new `ts`, later than every other.
    public String ts() {
        return clock.get();
    }

    public Optional<Message> message(String channel, String ts) {
        return Optional.ofNullable(state.in(channel).get(ts));
    }

    public Optional<Message> whisper(String person, String ts) {
        return Optional.ofNullable(state.whispers(person).get(ts));
    }

    public Optional<Channel> channel(String id) {
        return Optional.ofNullable(state.channels.get(id));
    }

    public java.util.List<View> modals(String person) {
        return state.modals.getOrDefault(person, java.util.List.of());
    }

    public Optional<View> home(String person) {
        return Optional.ofNullable(state.homes.get(person));
    }

    public Optional<ResponseUrl> url(String key) {
        return Optional.ofNullable(state.urls.get(key));
    }

    public Optional<KeptFile> file(String id) {
        return Optional.ofNullable(state.files.get(id));
    }
}

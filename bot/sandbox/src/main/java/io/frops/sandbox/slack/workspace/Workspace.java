package io.frops.sandbox.slack.workspace;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The workspace: people, conversations, messages. Thread-safe. A change is on disk, where a file
/// is given, before the call returns.
public final class Workspace implements AutoCloseable {
    private final Team team;
    private final InstantSource clock;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Usergroup> groups = new LinkedHashMap<>();
    private final State state = new State();
    private final @Nullable Journal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    /// @param file where changes are kept; null keeps them in memory alone
    public Workspace(
            Team team,
            InstantSource clock,
            List<Person> people,
            List<Usergroup> groups,
            List<Channel> channels,
            @Nullable Path file) {
        this.team = team;
        this.clock = clock;
        people.forEach(p -> this.people.put(p.id(), p));
        this.people.put(team.bot().id(), team.bot());
        this.people.put(Team.SLACKBOT.id(), Team.SLACKBOT);
        groups.forEach(g -> this.groups.put(g.id(), g));
        channels.forEach(c -> state.evolve(new Change.ChannelSet(c)));
        if (file != null) {
            Journal.read(file).forEach(state::evolve);
        }
        state.urls.values().removeIf(u -> u.expires() < clock.millis());
        this.journal = file == null ? null : Journal.compacted(file, state.changes());
    }

    public Team team() {
        return team;
    }

    public InstantSource clock() {
        return clock;
    }

    public List<Person> people() {
        return List.copyOf(people.values());
    }

    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public List<Usergroup> groups() {
        return List.copyOf(groups.values());
    }

    /// Told of every change after it is kept, on the thread that made it. Run the result to hear no
    /// more.
    public Runnable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Keeps one change.
    public void apply(Change change) {
        decide(_ -> change);
    }

    /// Decides and keeps one change with nobody in between. A null decision changes nothing.
    public <C extends Change> @Nullable C decide(Function<Tx, @Nullable C> decision) {
        C change;
        lock.lock();
        try {
            change = decision.apply(new Tx(state, this::nextTs));
            if (change == null) {
                return null;
            }
            if (journal != null) {
                journal.append(change);
            }
            state.evolve(change);
        } finally {
            lock.unlock();
        }
        for (Consumer<Change> listener : listeners) {
            listener.accept(change);
        }
        return change;
    }

    /// Reads with nobody in between.
    public <T> T read(Function<Tx, T> reading) {
        lock.lock();
        try {
            return reading.apply(new Tx(state, this::nextTs));
        } finally {
            lock.unlock();
        }
    }

    /// The present as a new `ts`.
    public String now() {
        return read(Tx::ts);
    }

    private String nextTs() {
        java.time.Instant now = clock.instant();
        String wanted = "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000);
        if (wanted.compareTo(state.lastTs) <= 0) {
            wanted = after(state.lastTs);
        }
        state.lastTs = wanted;
        return wanted;
    }

    private static String after(String ts) {
        long micros = Long.parseLong(ts.replace(".", "")) + 1;
        return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    }

    public Message post(
            String channel,
            String user,
            Content content,
            @Nullable String threadTs,
            boolean broadcast) {
        Change.Written written =
                decide(tx ->
                        new Change.Written(
                                new Message(
                                        channel, tx.ts(), user, content, threadTs, broadcast, null,
                                        List.of())));
        return java.util.Objects.requireNonNull(written).message();
    }

    /// A message in a channel that only `reader` sees.
    public Message whisper(
            String channel,
            String author,
            String reader,
            Content content,
            @Nullable String threadTs) {
        Change.Whispered whispered =
                decide(tx ->
                        new Change.Whispered(
                                reader, new Message(channel, tx.ts(), author, content, threadTs)));
        return java.util.Objects.requireNonNull(whispered).message();
    }

    public List<Channel> channels() {
        return read(tx -> new ArrayList<>(tx.state().channels.values()));
    }

    public Optional<Channel> channel(String id) {
        return read(tx -> Optional.ofNullable(tx.state().channels.get(id)));
    }

    public Optional<Message> message(String channel, String ts) {
        return read(tx -> tx.message(channel, ts));
    }

    /// What a message was before its last edits, the latest first.
    public List<Content> former(String channel, String ts) {
        return read(tx -> new ArrayList<>(tx.state().former(channel, ts)));
    }

    /// Every message of a channel, replies too, oldest first.
    public List<Message> messages(String channel) {
        return read(tx -> new ArrayList<>(tx.state().in(channel).values()));
    }

    /// A message and its replies, oldest first; empty when there is no such message.
    public List<Message> thread(String channel, String ts) {
        return read(tx ->
                Stream.concat(Stream.of(ts), tx.state().thread(channel, ts).stream())
                        .flatMap(t -> tx.message(channel, t).stream())
                        .toList());
    }

    /// What only this person sees, oldest first.
    public List<Message> whispers(String person) {
        return read(tx -> new ArrayList<>(tx.state().whispers(person).values()));
    }

    /// The modals a person has open, the one on top last.
    public List<View> modals(String person) {
        return read(tx -> tx.state().modals.getOrDefault(person, List.of()));
    }

    public Optional<View> home(String person) {
        return read(tx -> Optional.ofNullable(tx.state().homes.get(person)));
    }

    /// The direct conversation of the bot with a person, made when it is not there yet.
    public Channel direct(String person) {
        String id = "D" + person.substring(1);
        Channel fresh =
                new Channel(
                        id,
                        person,
                        Channel.Kind.DIRECT,
                        "",
                        java.util.Set.of(person, team.bot().id()),
                        false,
                        clock.instant().getEpochSecond());
        decide(tx -> tx.state().channels.containsKey(id) ? null : new Change.ChannelSet(fresh));
        return channel(id).orElse(fresh);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (journal != null) {
                journal.close();
            }
        } finally {
            lock.unlock();
        }
    }
}

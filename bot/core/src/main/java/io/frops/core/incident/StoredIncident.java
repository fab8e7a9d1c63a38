package io.frops.core.incident;

import io.frops.core.access.CommandId;
import io.frops.core.observe.Traceparent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// An incident as it is stored: state, events, and what makes a change happen once.
///
/// @param version 1 at first, one more with each write
/// @param firstSeq the number of the first event in `events`; events before it are in the history
///   pages
/// @param events the tail, in order
/// @param recent the commands of the last 10 minutes with their times
/// @param behind whether some card or thread may lag
/// @param clicked whether a person's change is among what they lack
/// @param causes the traces of the last changes that card or thread show; none where nothing is
///   traced
public record StoredIncident(
        long version,
        Incident state,
        long firstSeq,
        List<IncidentEvent> events,
        Map<CommandId, Instant> recent,
        boolean behind,
        boolean clicked,
        @Nullable Instant due,
        List<Cause> causes) {
    /// How long a command's id is remembered in the incident it changed.
    public static final Duration REMEMBERED = Duration.ofMinutes(10);

    public StoredIncident {
        events = List.copyOf(events);
        recent = Map.copyOf(recent);
        causes = List.copyOf(causes);
    }

    /// One that nobody traced.
    public StoredIncident(
            long version,
            Incident state,
            long firstSeq,
            List<IncidentEvent> events,
            Map<CommandId, Instant> recent,
            boolean behind,
            boolean clicked,
            @Nullable Instant due) {
        this(version, state, firstSeq, events, recent, behind, clicked, due, List.of());
    }

    static StoredIncident first(
            List<IncidentEvent> events,
            @Nullable CommandId command,
            Instant now,
            @Nullable Instant due) {
        Incident state = Evolution.replay(events);
        return new StoredIncident(
                1,
                state,
                1,
                events,
                command == null ? Map.of() : Map.of(command, now),
                true,
                events.stream().anyMatch(IncidentEvent::clicked),
                due);
    }

    public IncidentId id() {
        return state.id();
    }

    /// The number of the last event.
    public long lastSeq() {
        return firstSeq + events.size() - 1;
    }

    public boolean remembers(CommandId command) {
        return recent.containsKey(command);
    }

    /// The next version, after these events.
    StoredIncident after(
            List<IncidentEvent> more,
            @Nullable CommandId command,
            Instant now,
            @Nullable Instant nextDue) {
        Incident next = state;
        for (IncidentEvent event : more) {
            next = Evolution.evolve(next, event);
        }
        List<IncidentEvent> all = new ArrayList<>(events);
        all.addAll(more);
        boolean shows = more.stream().anyMatch(IncidentEvent::shown);
        return new StoredIncident(
                version + 1,
                next,
                firstSeq,
                all,
                remembered(command, now),
                behind || shows,
                clicked || more.stream().anyMatch(IncidentEvent::clicked),
                nextDue,
                causes);
    }

    StoredIncident asVersion(long number, @Nullable Instant nextDue) {
        return new StoredIncident(
                number, state, firstSeq, events, recent, behind, clicked, nextDue, causes);
    }

    private Map<CommandId, Instant> remembered(@Nullable CommandId command, Instant now) {
        Map<CommandId, Instant> kept = new LinkedHashMap<>();
        recent.forEach((id, at) -> {
            if (at.plus(REMEMBERED).isAfter(now)) {
                kept.put(id, at);
            }
        });
        if (command != null) {
            kept.put(command, now);
        }
        return kept;
    }

    /// The same with events before its own.
    ///
    /// @param earlier by their numbers, without gaps up to the first of its own
    public StoredIncident after(SortedMap<Long, IncidentEvent> earlier) {
        if (earlier.isEmpty()) {
            return this;
        }
        List<IncidentEvent> all = new ArrayList<>(earlier.values());
        all.addAll(events);
        return new StoredIncident(
                version, state, earlier.firstKey(), all, recent, behind, clicked, due, causes);
    }

    public StoredIncident dueAt(@Nullable Instant when) {
        return new StoredIncident(
                version, state, firstSeq, events, recent, behind, clicked, when, causes);
    }

    public StoredIncident shown() {
        return new StoredIncident(
                version, state, firstSeq, events, recent, false, false, due, causes);
    }

    /// The same, written as this span: whoever shows it goes on with its trace.
    ///
    /// @param told the number of the last event before this change
    StoredIncident writtenIn(Traceparent write, long told) {
        long from = Math.max(told + 1, firstSeq);
        boolean shows = events.stream().skip(from - firstSeq).anyMatch(IncidentEvent::shown);
        return shows && write.sampled()
                ? because(new Cause(version, from, lastSeq(), write))
                : this;
    }

    private StoredIncident because(Cause cause) {
        List<Cause> all = new ArrayList<>(causes);
        all.add(cause);
        List<Cause> last = all.subList(Math.max(0, all.size() - Cause.KEPT), all.size());
        return new StoredIncident(
                version, state, firstSeq, events, recent, behind, clicked, due, last);
    }
}

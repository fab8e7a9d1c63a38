package io.frops.app.cards;

import io.frops.app.observe.Meters;
import io.frops.core.alert.GroupId;
import io.frops.core.chat.Message;
import io.frops.core.incident.Change;
import io.frops.core.incident.IncidentDecider;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.Make;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.memory.MemoryIncidents;
import io.frops.core.memory.MemoryKeys;
import io.frops.core.notify.Routes;
import io.frops.core.notify.Storm;
import io.frops.core.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Cards over stores in memory, a chat in memory and a clock that stands until it is moved.
final class Bench {
    private static final Duration ROUND = Duration.ofMillis(100);

    final ManualClock clock = new ManualClock();
    final MemoryIncidents store = new MemoryIncidents();
    final CountedRows rows = new CountedRows();
    final MemoryKeys keys = new MemoryKeys();
    final FakeRoom room = new FakeRoom(clock);
    final Lag lag = new Lag();
    final Incidents incidents =
            new Incidents(
                    store,
                    new IncidentDecider(IncidentRules.defaults()),
                    clock,
                    _ -> false,
                    s -> lag.changed(s, clock.instant()));
    AskedCards asked;
    StormWatch storms;
    Pacer pacer;
    private int nonces;

    Bench() {
        start();
    }

    /// Ends this process in the middle of whatever it did, and starts another on what is stored.
    void crash() {
        lag.begin();
        start();
        pacer.look();
    }

    private void start() {
        Pace pace = new Pace(clock);
        Meters meters = new Meters();
        Routes routes = new Routes("#incidents", Map.of(), Map.of("other", "#other"), "#general");
        Channels channels = new Channels(routes, room, incidents, meters, clock);
        asked = new AskedCards(keys, room);
        storms =
                new StormWatch(
                        store,
                        rows,
                        keys,
                        room,
                        new Sky(),
                        channels,
                        asked,
                        lag,
                        pace,
                        meters,
                        clock,
                        this::nonce);
        CardKeeper keeper =
                new CardKeeper(store, rows, room, new Plain(), channels, pace, clock, this::nonce);
        pacer =
                new Pacer(
                        incidents, keeper, storms, asked, new CardNews(), lag, pace, meters, clock);
    }

    private String nonce() {
        return "nonce-" + ++nonces;
    }

    /// How often a card's row was read, which every attempt does.
    int reads() {
        return rows.reads();
    }

    StoredIncident open(Severity severity) {
        return open(severity, "backend");
    }

    StoredIncident open(Severity severity, String service) {
        return incidents.open(null, id -> events(id, severity, service)).orElseThrow();
    }

    private List<IncidentEvent> events(IncidentId id, Severity severity, String service) {
        GroupId group = Make.group("G" + id.number());
        return incidents
                .decider()
                .declare(
                        id,
                        group,
                        new Origin.Declared(Make.ANA),
                        severity,
                        service,
                        "summary of " + id,
                        clock.instant());
    }

    void ack(StoredIncident incident) {
        incidents.change(incident.id(), null, new Change.Acknowledge(Make.ANA));
    }

    /// At a replica that does not look after cards: the store alone tells of it.
    void ackElsewhere(StoredIncident incident) {
        new Incidents(store, incidents.decider(), clock, _ -> false, _ -> {})
                .change(incident.id(), null, new Change.Acknowledge(Make.ANA));
    }

    void askElsewhere(IncidentId id) {
        new AskedCards(keys, room).ask(id);
    }

    void resolve(StoredIncident incident) {
        incidents.change(incident.id(), null, new Change.Resolve(Make.ANA, true, null));
    }

    /// Rounds until so much time has passed.
    void run(Duration time) {
        for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
            pacer.run();
            clock.advance(ROUND);
        }
    }

    private record Sky() implements StormView {
        @Override
        public Message card(Storm storm) {
            return Message.of(
                    (storm.over() ? "OVER " : "STORM ")
                            + storm.total()
                            + " "
                            + storm.active().size()
                            + " "
                            + storm.active().stream().limit(3).map(m -> m.id().toString()).toList()
                            + " acked "
                            + storm.in(io.frops.core.notify.StormMember.Stage.ACKNOWLEDGED)
                            + " list "
                            + storm.listing());
        }

        @Override
        public String list(Storm storm) {
            return storm.members().stream().map(m -> m.id() + "\n").reduce("", String::concat);
        }
    }

    private record Plain() implements CardView {
        @Override
        public Message card(StoredIncident incident, Instant now) {
            return Message.of(incident.id() + " v" + incident.version());
        }

        @Override
        public Optional<Line> line(StoredIncident incident, IncidentEvent event) {
            return event instanceof IncidentEvent.NoteAdded(_, _, var text)
                    ? Optional.of(new Line(Message.of(text), false))
                    : Optional.empty();
        }
    }
}

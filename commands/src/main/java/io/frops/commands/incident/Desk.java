package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Say;
import io.frops.commands.say.Times;
import io.frops.core.chat.Control;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Text;
import io.frops.core.incident.Change;
import io.frops.core.incident.Decision;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Listed;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.Phase;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.Result;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.CardStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the commands on incidents share: finding the one that is meant, changing it, and saying how
/// that ended.
public final class Desk {
    private static final int MOST_NAMED = 5;

    private final Incidents incidents;
    private final CardStore cards;
    private final InstantSource clock;
    private final CardContext context;
    private final Say say;

    public Desk(Incidents incidents, CardStore cards, InstantSource clock, CardContext context) {
        this.incidents = incidents;
        this.cards = cards;
        this.clock = clock;
        this.context = context;
        this.say = new Say(context.people());
    }

    Incidents incidents() {
        return incidents;
    }

    CardStore cards() {
        return cards;
    }

    InstantSource clock() {
        return clock;
    }

    CardContext context() {
        return context;
    }

    Say say() {
        return say;
    }

    List<CardRow> cards(IncidentId id) {
        return cards.of(id);
    }

    /// The incident that a command wants to change: the one it names, else the one whose thread it
    /// was given in. One that a newer version wrote is refused.
    Found find(@Nullable String word, Invocation invocation) {
        return find(word, invocation, this::refused);
    }

    /// The incident that a command shows; of one that a newer version wrote, what can be read.
    Found look(@Nullable String word, Invocation invocation) {
        return find(word, invocation, i -> new Outcome.Done(ReadOnlyView.shown(i, say)));
    }

    private Found find(
            @Nullable String word,
            Invocation invocation,
            Function<ReadOnlyIncident, Outcome> readOnly) {
        if (word == null) {
            return inThread(invocation)
                    .map(id -> byId(id, readOnly))
                    .orElseGet(() ->
                            new Found.Not(
                                    usage(
                                            "Which incident? Name it, or say this in an incident's thread.")));
        }
        return IncidentId.parse(word)
                .map(id -> byId(id, readOnly))
                .orElseGet(() ->
                        new Found.Not(
                                usage(
                                        "\""
                                                + Counts.clipped(word, 80)
                                                + "\" is not an incident. Write INC-42 or 42.")));
    }

    private Optional<IncidentId> inThread(Invocation invocation) {
        return switch (invocation.place()) {
            case Place.Channel(_, var thread) ->
                    thread == null ? Optional.empty() : cards.incidentAt(thread);
            case Place.Terminal _ -> Optional.empty();
        };
    }

    private Found byId(IncidentId id, Function<ReadOnlyIncident, Outcome> readOnly) {
        return switch (incidents.look(id)) {
            case Lookup.Understood(var incident) -> new Found.It(incident);
            case Lookup.ReadOnly(var incident) -> new Found.Not(readOnly.apply(incident));
            case Lookup.Absent _ -> new Found.Not(unknown(id));
        };
    }

    /// Makes a change and says how it ended.
    ///
    /// @param said what is true after it, for whoever asked
    Outcome change(
            Invocation invocation, IncidentId id, Change change, Function<Incident, Text> said) {
        Result result = incidents.change(id, invocation.id(), change, invocation.withdrawn());
        return answer(result, said);
    }

    /// What would be answered now if the change is sure to be refused: told before anybody is asked
    /// for more words.
    Optional<Outcome> refusal(StoredIncident incident, Change change) {
        Incident state = incident.state();
        Instant now = clock.instant();
        return incidents.decider().decide(state, change, now) instanceof Decision.Refused(var why)
                ? Optional.of(refused(state, RefusalWords.of(incident, why, now)))
                : Optional.empty();
    }

    Outcome answer(Result result, Function<Incident, Text> said) {
        return switch (result) {
            case Result.Changed(var after, _) -> done(after.state(), said.apply(after.state()));
            case Result.Unchanged(var as) ->
                    done(as.state(), Text.of("It is so already. ").then(said.apply(as.state())));
            case Result.Refused(var as, var why) ->
                    refused(as.state(), RefusalWords.of(as, why, clock.instant()));
            case Result.AskFirst(var as, var firing) -> resolveAnyway(as.state(), firing);
            case Result.ReadOnly(var incident) -> refused(incident);
            case Result.Unknown(var id) -> unknown(id);
            case Result.Withdrawn _ -> withdrawn();
        };
    }

    Outcome done(Incident incident, Text text) {
        return new Outcome.Done(about(incident, text));
    }

    Outcome refused(Incident incident, Text text) {
        return new Outcome.Refused(about(incident, text));
    }

    Outcome refused(ReadOnlyIncident incident) {
        return new Outcome.Refused(ReadOnlyView.refused(incident, say));
    }

    Outcome usage(String why) {
        return new Outcome.Usage(say.caller(why));
    }

    Outcome withdrawn() {
        return new Outcome.Unavailable(
                say.caller(
                        "Not confirmed in time: nothing was changed. Check the card, press again."));
    }

    Reply about(Incident incident, Text text) {
        return say.caller(text).with(IncidentData.of(incident));
    }

    Outcome unknown(IncidentId id) {
        List<String> open = open().stream().limit(MOST_NAMED).map(s -> s.id().toString()).toList();
        Text text =
                Text.of("There is no " + id + ". ")
                        .plain(
                                open.isEmpty()
                                        ? "No incident is open. "
                                        : "Open now: " + String.join(", ", open) + ". ")
                        .code("/frops incidents")
                        .plain(" lists them.");
        return new Outcome.Unknown(say.caller(text));
    }

    /// Those that people work on, worst first, then oldest first.
    List<Lagging> open() {
        return open(incidents.store().listed());
    }

    static List<Lagging> open(Listed all) {
        return all.lines().stream()
                .filter(l -> working(l.phase()))
                .sorted(
                        Comparator.comparing(Lagging::severity)
                                .thenComparing(l -> l.subject().since())
                                .thenComparing(Lagging::id))
                .toList();
    }

    /// The same in full, but no more than so many: in a storm there are thousands.
    List<StoredIncident> worst(int most) {
        return whole(open(), most);
    }

    /// The first of these in full.
    List<StoredIncident> whole(List<Lagging> lines, int most) {
        return lines.stream().limit(most).flatMap(l -> incidents.find(l.id()).stream()).toList();
    }

    private static boolean working(Phase phase) {
        return switch (phase) {
            case Phase.Open _, Phase.Acknowledged _, Phase.Mitigated _ -> true;
            case Phase.Resolved _, Phase.Merged _ -> false;
        };
    }

    /// Asks for what is true now; the yes remembers it.
    private Outcome resolveAnyway(Incident incident, int firing) {
        Instant since = incident.ladder().since();
        Text again =
                since.isAfter(incident.subject().openedAt())
                        ? Text.of(incident.id() + " was reopened at ").time(since).plain(". ")
                        : Text.EMPTY;
        Text question =
                firing == 0
                        ? again.plain(
                                incident.id()
                                        + " is "
                                        + incident.phase().word()
                                        + " now: resolve anyway?")
                        : again.then(stillFiring(incident.id(), firing));
        return new Outcome.Confirmation(
                about(incident, question),
                Control.Button.danger(
                        "resolve",
                        "Resolve anyway",
                        "resolve "
                                + incident.id()
                                + " --yes "
                                + Assumed.firing(incident).option()));
    }

    private Text stillFiring(IncidentId id, int firing) {
        return Text.of(Counts.of(firing, "alert"))
                .plain(" of " + id + (firing == 1 ? " still fires" : " still fire"))
                .plain(": resolve anyway? What still fires ")
                .plain(Times.words(context.rules().stillFiringAfter()))
                .plain(" later reopens it.");
    }
}

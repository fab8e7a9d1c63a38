package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Say;
import io.frops.core.access.Actor;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.alert.SourceName;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Text;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Change;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Origin;
import io.frops.core.incident.OwnSilence;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Refusal;
import io.frops.core.incident.Result;
import io.frops.core.incident.Silence;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes and ends silences at an incident's source, and keeps the incident true to it.
final class Silencing {
    private static final Logger LOG = LoggerFactory.getLogger(Silencing.class);

    private final Desk desk;
    private final List<AlertSource> sources;

    Silencing(Desk desk, List<? extends AlertSource> sources) {
        this.desk = desk;
        this.sources = List.copyOf(sources);
    }

    /// The source of an incident's alerts, if it is configured.
    Optional<AlertSource> source(Incident incident) {
        return incident.origin() instanceof Origin.Alerting(var name, _, _)
                ? source(name)
                : Optional.empty();
    }

    Optional<AlertSource> source(SourceName name) {
        return sources.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    List<Silence> active(Incident incident) {
        Instant now = desk.clock().instant();
        return incident.silences().stream().filter(s -> s.active(now)).toList();
    }

    /// What stands in the way of silencing, if anything does.
    Optional<Outcome> obstacle(StoredIncident stored) {
        Incident incident = stored.state();
        Optional<Text> why = ended(stored).or(() -> unable(incident)).or(() -> silenced(incident));
        return why.map(text -> desk.refused(incident, text));
    }

    private Optional<Text> ended(StoredIncident incident) {
        Instant now = desk.clock().instant();
        return switch (incident.state().phase()) {
            case Phase.Resolved(var by, var at, _) ->
                    Optional.of(
                            RefusalWords.of(incident, new Refusal.AlreadyResolved(by, at), now));
            case Phase.Merged(var target, var by, var at) ->
                    Optional.of(
                            RefusalWords.of(
                                    incident, new Refusal.AlreadyMerged(target, by, at), now));
            case Phase.Open _, Phase.Acknowledged _, Phase.Mitigated _ -> Optional.empty();
        };
    }

    private Optional<Text> unable(Incident incident) {
        String nothing = incident.id() + " has no alerts of its own: there is nothing to silence.";
        return switch (incident.origin()) {
            case Origin.Declared _, Origin.Heartbeat _ -> Optional.of(Text.of(nothing));
            case Origin.Alerting(var name, _, _) ->
                    source(name).filter(AlertSource::hasApi).isEmpty()
                            ? Optional.of(noApi(name))
                            : Mute.matchers(incident).isEmpty()
                                    ? Optional.of(Text.of(tooWide(incident)))
                                    : Optional.empty();
        };
    }

    private static Text noApi(SourceName name) {
        return Text.of(
                        "The source "
                                + name
                                + " has no API that could be asked to silence. Give its ")
                .code("members:")
                .plain(" under ")
                .code("alertmanagers:")
                .plain(".");
    }

    private static String tooWide(Incident incident) {
        return "The alerts of "
                + incident.id()
                + " have no label in common: a silence for them would mute everything.";
    }

    private Optional<Text> silenced(Incident incident) {
        return active(incident).stream()
                .findFirst()
                .map(s ->
                        Text.of(incident.id() + " is silenced already, by ")
                                .then(Say.actor(s.by()))
                                .plain(" until ")
                                .moment(s.until())
                                .plain(". To end that: ")
                                .code("/frops unsilence " + incident.id()));
    }

    /// Makes the silence, then writes it into the incident; what cannot be written is taken back.
    Outcome silence(
            StoredIncident incident, Duration length, String reason, Invocation invocation) {
        if (invocation.withdrawn().getAsBoolean()) {
            return desk.withdrawn();
        }
        List<LabelMatcher> matchers = Mute.matchers(incident.state());
        AlertSource source = source(incident.state()).orElseThrow();
        Instant now = desk.clock().instant();
        Instant until = now.plus(length);
        String name = desk.context().people().name(invocation.caller());
        String owner = OwnSilence.owner(name, invocation.caller());
        String comment = OwnSilence.comment(incident.id(), reason);
        String id = source.silence(new SilenceRequest(matchers, now, until, owner, comment));
        Silence silence =
                new Silence(source.name(), id, Actor.of(invocation.caller()), until, reason, false);
        return recorded(incident, silence, LabelMatcher.words(matchers), source, invocation);
    }

    private Outcome recorded(
            StoredIncident incident,
            Silence silence,
            String matchers,
            AlertSource source,
            Invocation invocation) {
        Result result;
        try {
            result =
                    desk.incidents()
                            .change(
                                    incident.id(),
                                    invocation.id(),
                                    new Change.Silenced(silence, matchers),
                                    invocation.withdrawn());
        } catch (IntegrationException e) {
            if (!e.outcomeUnknown()) {
                takeBack(source, silence);
            }
            // Else it may be written: the silence stays, and SilenceRound writes what is missing.
            throw e;
        }
        if (!kept(result, silence)) {
            takeBack(source, silence);
        }
        return desk.answer(result, this::said);
    }

    /// Whether the incident has it, by whoever's writing.
    private static boolean kept(Result result, Silence silence) {
        return switch (result) {
            case Result.Changed(var as, _) -> has(as.state(), silence);
            case Result.Unchanged(var as) -> has(as.state(), silence);
            case Result.Refused _,
                    Result.AskFirst _,
                    Result.ReadOnly _,
                    Result.Unknown _,
                    Result.Withdrawn _ ->
                    false;
        };
    }

    private static boolean has(Incident incident, Silence silence) {
        return incident.silences().stream().anyMatch(s -> s.is(silence) && !s.ended());
    }

    private static void takeBack(AlertSource source, Silence silence) {
        try {
            source.endSilence(silence.id());
        } catch (IntegrationException e) {
            LOG.warn(
                    "silence {} of {} could not be taken back and ends at {}: {}",
                    silence.id(),
                    silence.source(),
                    silence.until(),
                    e.safeMessage());
        }
    }

    Text said(Incident after) {
        return active(after).stream()
                .findFirst()
                .map(s ->
                        Text.of(after.id() + " is silenced until ")
                                .moment(s.until())
                                .plain(". It ends with the incident; sooner: ")
                                .code("/frops unsilence " + after.id())
                                .plain(still(after)))
                .orElseGet(() -> Text.of(after.id() + " is not silenced."));
    }

    private static String still(Incident after) {
        return after.firing() == 0
                ? ""
                : ". "
                        + Counts.fire(after.firing())
                        + " still: it stays "
                        + after.phase().word()
                        + " until they clear themselves, which is noticed some minutes late while they are silenced; then it turns mitigated as usual.";
    }

    /// Ends all that is silenced for an incident.
    Outcome unsilence(StoredIncident incident, Invocation invocation) {
        List<Silence> active = active(incident.state());
        if (active.isEmpty()) {
            return desk.refused(
                    incident.state(),
                    Text.of(incident.id() + " is not silenced. Nothing changed."));
        }
        if (invocation.withdrawn().getAsBoolean()) {
            return desk.withdrawn();
        }
        Outcome outcome = desk.withdrawn();
        for (Silence silence : active) {
            source(silence.source()).ifPresent(s -> s.endSilence(silence.id()));
            // No command id: ending twice is ending once, and several silences are several writes.
            Result ended =
                    desk.incidents()
                            .change(
                                    incident.id(),
                                    null,
                                    new Change.EndSilence(silence, Actor.of(invocation.caller())));
            outcome = desk.answer(ended, after -> Text.of(after.id() + " is no longer silenced."));
        }
        return outcome;
    }
}

package io.frops.commands.incident;

import io.frops.commands.say.Say;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Message;
import io.frops.core.chat.Text;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentEvent.Escalated;
import io.frops.core.incident.IncidentEvent.Opened;
import io.frops.core.incident.IncidentEvent.SeverityChosen;
import io.frops.core.incident.IncidentEvent.SeverityInherited;
import io.frops.core.incident.IncidentEvent.SeverityRaised;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.oncall.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an incident's thread tells: its events, in order, one message each. Pure.
public final class IncidentThread {
    private final Incident incident;
    private final CardContext context;
    private final Say say;
    private final Set<IncidentId> counted = new HashSet<>();
    private @Nullable Severity severity;
    private @Nullable IncidentId mergedInto;
    private boolean fired;

    private IncidentThread(Incident incident, CardContext context) {
        this.incident = incident;
        this.context = context;
        this.say = new Say(context.people());
    }

    /// What one of an incident's events says there; some say nothing.
    ///
    /// @param event one of the incident's events at hand
    public static Optional<ThreadLine> line(
            StoredIncident incident, IncidentEvent event, CardContext context) {
        int index = incident.events().indexOf(event);
        IncidentThread thread = new IncidentThread(incident.state(), context);
        incident.events().subList(0, Math.max(0, index)).forEach(thread::pass);
        boolean raised = thread.raises(event);
        Text text = thread.text(event);
        return text.isEmpty() ? Optional.empty() : Optional.of(thread.line(event, text, raised));
    }

    private void pass(IncidentEvent event) {
        raises(event);
        mergedInto = EventWords.mergedInto(event, mergedInto);
        fired |= event instanceof IncidentEvent.AlertsFired;
        if (event instanceof IncidentEvent.DuplicateChanged(_, var duplicate)) {
            counted.add(duplicate.id());
        }
    }

    private ThreadLine line(IncidentEvent event, Text text, boolean raised) {
        boolean over = event instanceof IncidentEvent.Resolved;
        // one that was merged has said so already, and its target's end is shown
        boolean broadcast = raised || (over && mergedInto == null);
        // Shown in the channel it stands alone, so it says of which incident it speaks.
        Text shown = broadcast ? Text.bold(incident.id().toString()).plain(" ").then(text) : text;
        Message message = say.message(shown);
        Colour colour =
                over
                        ? Colour.RESOLVED
                        : raised && severity != null ? Looks.colour(severity) : Colour.NONE;
        return new ThreadLine(message.in(colour), broadcast);
    }

    private Text text(IncidentEvent event) {
        return switch (event) {
            case Opened(_, _, _, Origin.Alerting _, _, _, _) -> Text.EMPTY;
            case IncidentEvent.AlertsFired(_, var alerts) ->
                    EventWords.of(event)
                            .then(AlertLines.fired(alerts, incident.origin()))
                            .then(fired ? Text.EMPTY : AlertLines.told(alerts));
            case IncidentEvent.AlertsResolved(_, var alerts) ->
                    EventWords.of(event)
                            .then(
                                    AlertLines.cleared(
                                            alerts.stream().map(c -> c.key()).toList(), incident));
            case IncidentEvent.AlertsPresumedGone(_, var keys) ->
                    EventWords.of(event)
                            .then(AlertLines.cleared(keys.stream().sorted().toList(), incident));
            case Escalated(_, var level, _, _) -> EventWords.of(event).then(called(level));
            case IncidentEvent.DuplicateChanged(_, var duplicate) ->
                    counted.add(duplicate.id()) ? EventWords.of(event) : Text.EMPTY;
            case Opened _,
                    IncidentEvent.AlertsSeen _,
                    SeverityRaised _,
                    SeverityInherited _,
                    SeverityChosen _,
                    IncidentEvent.Acknowledged _,
                    IncidentEvent.TargetMissed _,
                    IncidentEvent.StepReached _,
                    IncidentEvent.Mitigated _,
                    IncidentEvent.Relapsed _,
                    IncidentEvent.Resolved _,
                    IncidentEvent.Reopened _,
                    IncidentEvent.NoteAdded _,
                    IncidentEvent.Silenced _,
                    IncidentEvent.SilenceEnded _,
                    IncidentEvent.MergedInto _,
                    IncidentEvent.Warned _,
                    IncidentEvent.WarningLifted _ ->
                    EventWords.of(event, mergedInto);
        };
    }

    private boolean raises(IncidentEvent event) {
        Severity before = severity;
        severity =
                switch (event) {
                    case Opened opened -> opened.severity();
                    case SeverityRaised(_, var to, _, _) -> to;
                    case SeverityInherited(_, var to, _) -> to;
                    case SeverityChosen(_, var to, _) -> to;
                    case IncidentEvent _ -> before;
                };
        return before != null && severity != null && severity.worseThan(before);
    }

    /// Mentions a level's people, or says where they would be named.
    private Text called(int level) {
        List<PersonId> people = context.people().atLevel(level).stream().map(Person::id).toList();
        return people.isEmpty()
                ? Levels.nobody(level, Text.EMPTY.line())
                : Text.EMPTY.line().then(Say.mentions(people));
    }
}

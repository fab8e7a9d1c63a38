package io.frops.commands.incident;

import static io.frops.commands.say.Say.actor;

import io.frops.commands.say.Counts;
import io.frops.core.access.Actor;
import io.frops.core.chat.Text;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentEvent.Acknowledged;
import io.frops.core.incident.IncidentEvent.AlertsFired;
import io.frops.core.incident.IncidentEvent.AlertsPresumedGone;
import io.frops.core.incident.IncidentEvent.AlertsResolved;
import io.frops.core.incident.IncidentEvent.AlertsSeen;
import io.frops.core.incident.IncidentEvent.DuplicateChanged;
import io.frops.core.incident.IncidentEvent.Escalated;
import io.frops.core.incident.IncidentEvent.MergedInto;
import io.frops.core.incident.IncidentEvent.Mitigated;
import io.frops.core.incident.IncidentEvent.NoteAdded;
import io.frops.core.incident.IncidentEvent.Opened;
import io.frops.core.incident.IncidentEvent.Relapsed;
import io.frops.core.incident.IncidentEvent.Reopened;
import io.frops.core.incident.IncidentEvent.Resolved;
import io.frops.core.incident.IncidentEvent.SeverityChosen;
import io.frops.core.incident.IncidentEvent.SeverityInherited;
import io.frops.core.incident.IncidentEvent.SeverityRaised;
import io.frops.core.incident.IncidentEvent.SilenceEnded;
import io.frops.core.incident.IncidentEvent.Silenced;
import io.frops.core.incident.IncidentEvent.StepReached;
import io.frops.core.incident.IncidentEvent.TargetMissed;
import io.frops.core.incident.IncidentEvent.Warned;
import io.frops.core.incident.IncidentEvent.WarningLifted;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Origin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Each event as one sentence, for the thread and the timeline. Pure.
final class EventWords {
    private EventWords() {}

    /// The same for an event of an incident that had been merged into another: it ended with that.
    static Text of(IncidentEvent event, @Nullable IncidentId mergedInto) {
        return mergedInto != null && event instanceof Resolved(_, Actor.Bot _, _)
                ? said("link", "Closed with " + mergedInto + ".")
                : of(event);
    }

    /// What an incident counts with after an event.
    static @Nullable IncidentId mergedInto(IncidentEvent event, @Nullable IncidentId before) {
        return switch (event) {
            case MergedInto(_, var target, _) -> target;
            case Reopened _ -> null;
            case IncidentEvent _ -> before;
        };
    }

    /// @return empty for what nobody needs to read
    static Text of(IncidentEvent event) {
        return switch (event) {
            case Opened opened -> opened(opened);
            case AlertsFired(_, var alerts) when alerts.isEmpty() -> Text.EMPTY;
            case AlertsFired(_, var alerts) -> said("fire", Counts.fire(alerts.size()) + ".");
            case AlertsResolved(_, var alerts) ->
                    said(
                            "white_check_mark",
                            Counts.of(alerts.size(), "alert") + " resolved by the source's word.");
            case AlertsPresumedGone(_, var keys) ->
                    said(
                            "grey_question",
                            Counts.of(keys.size(), "alert")
                                    + " presumed gone: absent at the source for long enough. Any firing revokes this.");
            case AlertsSeen _, StepReached _ -> Text.EMPTY;
            case SeverityRaised(_, var to, _, _) ->
                    said(
                            "arrow_up",
                            "Severity raised to " + to + " (" + to.word() + ") by a worse alert.");
            case SeverityInherited(_, var to, var from) ->
                    said(
                            "arrow_up",
                            "Severity raised to "
                                    + to
                                    + " ("
                                    + to.word()
                                    + ") by "
                                    + from
                                    + ", which counts here.");
            case SeverityChosen(_, var to, var by) ->
                    did("label", actor(by), " set the severity to " + to + " (" + to.word() + ").");
            case Acknowledged(_, var by) -> did("eyes", actor(by), " acknowledged.");
            case Escalated(_, var level, var by, var reason) ->
                    did(
                            "arrow_double_up",
                            actor(by),
                            " escalated to level " + level + ": " + reason);
            case TargetMissed _ ->
                    said("alarm_clock", "The response target passed and nobody had acknowledged.");
            case Mitigated(_, var by) ->
                    switch (by) {
                        case Actor.Bot _ ->
                                said("adhesive_bandage", "Mitigated: nothing fires any more.");
                        case Actor.Human _ ->
                                did(
                                        "adhesive_bandage",
                                        actor(by),
                                        " says that the harm has stopped.");
                    };
            case Relapsed _ -> said("fire", "It fires again: no longer mitigated.");
            case Resolved resolved -> resolved(resolved);
            case Reopened reopened -> reopened(reopened);
            case NoteAdded(_, var by, var text) -> did("memo", actor(by), ": " + text);
            case Silenced(_, var silence, var matchers) ->
                    did("no_bell", actor(silence.by()), " silenced ")
                            .code(matchers)
                            .plain(" until ")
                            .moment(silence.until())
                            .plain(": " + silence.reason());
            case SilenceEnded(_, _, _, var by) -> did("bell", actor(by), " ended the silence.");
            case MergedInto(_, var target, var by) ->
                    did(
                            "link",
                            actor(by),
                            " merged this into " + target + "; its alerts count there.");
            case DuplicateChanged(_, var duplicate) ->
                    said(
                            "link",
                            duplicate.id()
                                    + " counts here: "
                                    + Counts.fire(duplicate.firing())
                                    + ".");
            case Warned(_, var badge) -> said("warning", Warnings.of(badge));
            case WarningLifted(_, var kind, var by) ->
                    did("ok", actor(by), " lifted the warning \"" + kind(kind.name()) + "\".");
        };
    }

    private static Text opened(Opened opened) {
        String severity = opened.severity() + " (" + opened.severity().word() + ")";
        return switch (opened.origin()) {
            case Origin.Alerting(var source, _, _) ->
                    said("fire", "Opened as " + severity + " by alerts from " + source + ".");
            case Origin.Declared(var by) ->
                    did("mega", Text.EMPTY.mention(by), " declared this as " + severity + ".");
            case Origin.Heartbeat(var source) ->
                    said(
                            "broken_heart",
                            "Opened as " + severity + ": the heartbeat of " + source + " stopped.");
        };
    }

    private static Text resolved(Resolved resolved) {
        int firing = resolved.stillFiring().size();
        String rest = firing == 0 ? "." : " although " + Counts.fire(firing) + ".";
        return switch (resolved.by()) {
            case Actor.Bot _ ->
                    said("white_check_mark", "Resolved by itself after enough quiet" + rest);
            case Actor.Human _ ->
                    did("white_check_mark", actor(resolved.by()), " resolved this" + rest);
        };
    }

    private static Text reopened(Reopened reopened) {
        String again = "The acknowledgement is cleared and escalation starts again.";
        return switch (reopened.cause()) {
            case FIRED_AGAIN -> said("fire", "Reopened: it fires again. " + again);
            case STILL_FIRING ->
                    said("fire", "Reopened: it still fires after it was resolved. " + again);
            case PERSON -> did("fire", actor(reopened.by()), " reopened this. " + again);
            case TARGET_WAS_OVER ->
                    said(
                            "fire",
                            "Not merged after all: what it was merged into was over already. "
                                    + again);
        };
    }

    private static String kind(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Text said(String emoji, String sentence) {
        return Text.EMPTY.emoji(emoji).plain(" " + sentence);
    }

    private static Text did(String emoji, Text who, String what) {
        return Text.EMPTY.emoji(emoji).plain(" ").then(who).plain(what);
    }
}

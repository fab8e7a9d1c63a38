package io.frops.commands.incident;

import static io.frops.commands.say.Say.actor;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Times;
import io.frops.core.access.Actor;
import io.frops.core.chat.Text;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Refusal;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;

/// Why nothing changed: who was first and when, or what stands in the way. Pure.
final class RefusalWords {
    private static final String NOTHING = " Nothing changed.";

    private RefusalWords() {}

    static Text of(StoredIncident incident, Refusal why, Instant now) {
        String id = incident.id().toString();
        return switch (why) {
            case Refusal.AlreadyAcknowledged(var by, var at) ->
                    when(actor(by).plain(" acknowledged " + id), at, now);
            case Refusal.AlreadyResolved(var by, var at) ->
                    when(
                            by instanceof Actor.Bot
                                    ? Text.of(id + ended(incident))
                                    : actor(by).plain(" resolved " + id),
                            at,
                            now);
            case Refusal.AlreadyMitigated(var at) ->
                    when(Text.of(id + " became mitigated"), at, now);
            case Refusal.NotResolved(var phase) ->
                    Text.of(id + " is " + phase + ", not resolved: there is nothing to reopen.");
            case Refusal.LevelIsNow(var level, var by, var at) ->
                    when(level(id, level, by), at, now);
            case Refusal.AtTopLevel(var level) ->
                    Text.of(id + " is at " + Levels.name(level) + ", the highest." + NOTHING);
            case Refusal.SeverityIsNow(var severity, var by, var at) ->
                    when(
                            by instanceof Actor.Bot
                                    ? Text.of("An alert made " + id + " " + severity)
                                    : actor(by).plain(" set " + id + " to " + severity),
                            at,
                            now);
            case Refusal.AlreadyMerged(var target, var by, var at) ->
                    when(actor(by).plain(" merged " + id + " into " + target), at, now)
                            .plain(" Say it of " + target + ".");
            case Refusal.OnlyIntoOlder(var target) ->
                    Text.of(
                            id
                                    + " is older than "
                                    + target
                                    + ", and merging goes from newer into older only."
                                    + NOTHING);
            case Refusal.StillFiring(var firing) ->
                    Text.of(Counts.fire(firing))
                            .plain(
                                    " in "
                                            + id
                                            + ": it turns mitigated by itself when all is clear.")
                            .plain(NOTHING);
        };
    }

    private static String ended(StoredIncident incident) {
        IncidentId target = null;
        for (IncidentEvent event : incident.events()) {
            target = EventWords.mergedInto(event, target);
        }
        return target == null ? " resolved by itself" : " was closed with " + target;
    }

    private static Text level(String id, int level, Actor by) {
        return by instanceof Actor.Bot
                ? Text.of(id + " went to " + Levels.name(level))
                : actor(by).plain(" escalated " + id + " to " + Levels.name(level));
    }

    private static Text when(Text what, Instant at, Instant now) {
        return what.plain(" at ").time(at).plain(", " + Times.ago(at, now) + "." + NOTHING);
    }
}

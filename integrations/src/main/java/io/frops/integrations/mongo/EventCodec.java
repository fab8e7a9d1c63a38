package io.frops.integrations.mongo;

import io.frops.core.alert.GroupId;
import io.frops.core.alert.SourceName;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Basis;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Severity;
import java.time.Instant;
import java.util.Set;
import org.bson.Document;

/// Events as documents: `seq`, `type`, `schema`, `at`, and the type's own fields.
final class EventCodec {
    private EventCodec() {}

    static Document encode(long seq, IncidentEvent event) {
        EventType type = EventType.of(event);
        Document document =
                new Document("seq", seq)
                        .append("type", type.word())
                        .append("schema", type.schema())
                        .append("at", event.at().toString());
        document.putAll(fields(event));
        return document;
    }

    /// @throws Unreadable when the type or its schema is not known here
    static IncidentEvent decode(Fields f) {
        return decode(type(f), f.time("at"), f);
    }

    /// The event's type, read without the event.
    ///
    /// @throws Unreadable when the type or its schema is not known here
    static EventType type(Fields f) {
        String word = f.text("type");
        EventType type =
                EventType.named(word)
                        .orElseThrow(
                                () -> new Unreadable("it holds an event of type \"" + word + "\""));
        if (f.number("schema") > type.schema()) {
            throw new Unreadable(
                    "it holds an event of type \"" + word + "\", schema " + f.number("schema"));
        }
        return type;
    }

    private static Document fields(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.Opened e -> opened(e);
            case IncidentEvent.AlertsFired(_, var alerts) ->
                    new Document("alerts", AlertCodec.graded(alerts));
            case IncidentEvent.AlertsResolved(_, var alerts) ->
                    new Document("alerts", AlertCodec.cleared(alerts));
            case IncidentEvent.AlertsPresumedGone(_, var keys) ->
                    new Document("keys", AlertCodec.keys(keys));
            case IncidentEvent.AlertsSeen _,
                    IncidentEvent.TargetMissed _,
                    IncidentEvent.Relapsed _ ->
                    new Document();
            case IncidentEvent.SeverityRaised(_, var to, var basis, var cause) ->
                    new Document("to", to.name())
                            .append("basis", basis.name())
                            .append("cause", AlertCodec.key(cause));
            case IncidentEvent.SeverityInherited(_, var to, var from) ->
                    new Document("to", to.name()).append("from", from.number());
            case IncidentEvent.StepReached(_, var level) -> new Document("level", level);
            case IncidentEvent.SeverityChosen(_, var to, var by) ->
                    new Document("to", to.name()).append("by", PartCodec.actor(by));
            case IncidentEvent.Acknowledged(_, var by) -> new Document("by", PartCodec.actor(by));
            case IncidentEvent.Escalated(_, var level, var by, var reason) ->
                    new Document("level", level)
                            .append("by", PartCodec.actor(by))
                            .append("reason", reason);
            case IncidentEvent.Mitigated(_, var by) -> new Document("by", PartCodec.actor(by));
            case IncidentEvent.Resolved(_, var by, var stillFiring) ->
                    new Document("by", PartCodec.actor(by))
                            .append("stillFiring", AlertCodec.keys(stillFiring));
            case IncidentEvent.Reopened(_, var by, var cause) ->
                    new Document("by", PartCodec.actor(by)).append("cause", cause.name());
            case IncidentEvent.NoteAdded(_, var by, var text) ->
                    new Document("by", PartCodec.actor(by)).append("text", text);
            case IncidentEvent.Silenced(_, var silence, var matchers) ->
                    new Document("silence", PartCodec.silence(silence))
                            .append("matchers", matchers);
            case IncidentEvent.SilenceEnded(_, var source, var id, var by) ->
                    new Document("source", source.value())
                            .append("silence", id)
                            .append("by", PartCodec.actor(by));
            case IncidentEvent.MergedInto(_, var target, var by) ->
                    new Document("target", target.number()).append("by", PartCodec.actor(by));
            case IncidentEvent.DuplicateChanged(_, var duplicate) ->
                    new Document("duplicate", PartCodec.duplicate(duplicate));
            case IncidentEvent.Warned(_, var badge) ->
                    new Document("badge", PartCodec.badge(badge));
            case IncidentEvent.WarningLifted(_, var kind, var by) ->
                    new Document("kind", kind.name()).append("by", PartCodec.actor(by));
        };
    }

    private static Document opened(IncidentEvent.Opened e) {
        return new Document("number", e.id().number())
                .append("group", e.group().value())
                .append("origin", PartCodec.origin(e.origin()))
                .append("severity", e.severity().name())
                .append("basis", e.basis().name())
                .append("subject", PartCodec.subject(e.subject()));
    }

    private static IncidentEvent decode(EventType type, Instant at, Fields f) {
        return switch (type) {
            case OPENED -> opened(at, f);
            case ALERTS_FIRED ->
                    new IncidentEvent.AlertsFired(at, AlertCodec.graded(f.inner("alerts")));
            case ALERTS_RESOLVED ->
                    new IncidentEvent.AlertsResolved(at, AlertCodec.cleared(f.inner("alerts")));
            case ALERTS_PRESUMED_GONE ->
                    new IncidentEvent.AlertsPresumedGone(
                            at, Set.copyOf(AlertCodec.keys(f.texts("keys"))));
            case ALERTS_SEEN -> new IncidentEvent.AlertsSeen(at);
            case SEVERITY_RAISED ->
                    new IncidentEvent.SeverityRaised(
                            at,
                            f.word("to", Severity.class),
                            f.word("basis", Basis.class),
                            AlertCodec.key(f.text("cause")));
            case SEVERITY_INHERITED ->
                    new IncidentEvent.SeverityInherited(
                            at, f.word("to", Severity.class), new IncidentId(f.number("from")));
            case STEP_REACHED -> new IncidentEvent.StepReached(at, f.number("level"));
            case SEVERITY_CHOSEN ->
                    new IncidentEvent.SeverityChosen(
                            at, f.word("to", Severity.class), PartCodec.actor(f.text("by")));
            case ACKNOWLEDGED -> new IncidentEvent.Acknowledged(at, PartCodec.actor(f.text("by")));
            case ESCALATED ->
                    new IncidentEvent.Escalated(
                            at, f.number("level"), PartCodec.actor(f.text("by")), f.text("reason"));
            case TARGET_MISSED -> new IncidentEvent.TargetMissed(at);
            case MITIGATED -> new IncidentEvent.Mitigated(at, PartCodec.actor(f.text("by")));
            case RELAPSED -> new IncidentEvent.Relapsed(at);
            case RESOLVED ->
                    new IncidentEvent.Resolved(
                            at,
                            PartCodec.actor(f.text("by")),
                            Set.copyOf(AlertCodec.keys(f.texts("stillFiring"))));
            case REOPENED ->
                    new IncidentEvent.Reopened(
                            at,
                            PartCodec.actor(f.text("by")),
                            f.word("cause", IncidentEvent.Reopened.Cause.class));
            case NOTE_ADDED ->
                    new IncidentEvent.NoteAdded(at, PartCodec.actor(f.text("by")), f.text("text"));
            case SILENCED ->
                    new IncidentEvent.Silenced(
                            at, PartCodec.silence(f.inner("silence")), f.text("matchers"));
            case SILENCE_ENDED ->
                    new IncidentEvent.SilenceEnded(
                            at,
                            new SourceName(f.text("source")),
                            f.text("silence"),
                            PartCodec.actor(f.text("by")));
            case MERGED_INTO ->
                    new IncidentEvent.MergedInto(
                            at, new IncidentId(f.number("target")), PartCodec.actor(f.text("by")));
            case DUPLICATE_CHANGED ->
                    new IncidentEvent.DuplicateChanged(
                            at, PartCodec.duplicate(f.inner("duplicate")));
            case WARNED -> new IncidentEvent.Warned(at, PartCodec.badge(f.inner("badge")));
            case WARNING_LIFTED ->
                    new IncidentEvent.WarningLifted(
                            at, f.word("kind", Badge.Kind.class), PartCodec.actor(f.text("by")));
        };
    }

    private static IncidentEvent opened(Instant at, Fields f) {
        return new IncidentEvent.Opened(
                at,
                new IncidentId(f.number("number")),
                new GroupId(f.text("group")),
                PartCodec.origin(f.inner("origin")),
                f.word("severity", Severity.class),
                f.word("basis", Basis.class),
                PartCodec.subject(f.inner("subject")));
    }
}

package io.frops.integrations.mongo;

import io.frops.core.access.Actor;
import io.frops.core.access.PersonId;
import io.frops.core.alert.SourceName;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Duplicate;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Severity;
import io.frops.core.incident.Silence;
import io.frops.core.incident.Subject;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What states and events have in common, as documents.
final class PartCodec {
    private static final String BOT = "bot";

    private PartCodec() {}

    /// `bot`, or a person's id.
    static String actor(Actor actor) {
        return switch (actor) {
            case Actor.Human(var id) -> id.value();
            case Actor.Bot() -> BOT;
        };
    }

    static Actor actor(String text) {
        return text.equals(BOT) ? Actor.bot() : Actor.of(new PersonId(text));
    }

    static Document subject(Subject subject) {
        return new Document("service", subject.service())
                .append("summary", subject.summary())
                .append("since", subject.since().toString())
                .append("openedAt", subject.openedAt().toString());
    }

    static Subject subject(Fields f) {
        return new Subject(
                f.text("service"), f.text("summary"), f.time("since"), f.time("openedAt"));
    }

    static Document origin(Origin origin) {
        return switch (origin) {
            case Origin.Alerting(var source, var receiver, var labels) ->
                    new Document("type", "alerting")
                            .append("source", source.value())
                            .append("receiver", receiver)
                            .append("groupLabels", Names.encode(labels));
            case Origin.Declared(var by) ->
                    new Document("type", "declared").append("by", by.value());
            case Origin.Heartbeat(var source) ->
                    new Document("type", "heartbeat").append("source", source.value());
        };
    }

    static Origin origin(Fields f) {
        return switch (f.text("type")) {
            case "alerting" ->
                    new Origin.Alerting(
                            new SourceName(f.text("source")),
                            f.text("receiver"),
                            f.map("groupLabels"));
            case "declared" -> new Origin.Declared(new PersonId(f.text("by")));
            case "heartbeat" -> new Origin.Heartbeat(new SourceName(f.text("source")));
            default -> throw new Unreadable("its origin is of a type that is not known here");
        };
    }

    static Document phase(Phase phase) {
        Document document = new Document("type", phase.word());
        return switch (phase) {
            case Phase.Open() -> document;
            case Phase.Acknowledged(var ack) -> acknowledged(document, ack);
            case Phase.Mitigated(var at, var ack) ->
                    acknowledged(document.append("at", at.toString()), ack);
            case Phase.Resolved(var by, var at, var stillFiring) ->
                    document.append("by", actor(by))
                            .append("at", at.toString())
                            .append("stillFiring", AlertCodec.keys(stillFiring));
            case Phase.Merged(var target, var by, var at) ->
                    document.append("target", target.number())
                            .append("by", actor(by))
                            .append("at", at.toString());
        };
    }

    static Phase phase(Fields f) {
        return switch (f.text("type")) {
            case "open" -> new Phase.Open();
            case "acknowledged" -> new Phase.Acknowledged(ack(f.inner("ack")));
            case "mitigated" -> {
                Fields ack = f.innerOrNull("ack");
                yield new Phase.Mitigated(f.time("at"), ack == null ? null : ack(ack));
            }
            case "resolved" ->
                    new Phase.Resolved(
                            actor(f.text("by")),
                            f.time("at"),
                            Set.copyOf(AlertCodec.keys(f.texts("stillFiring"))));
            case "merged" ->
                    new Phase.Merged(
                            new IncidentId(f.number("target")), actor(f.text("by")), f.time("at"));
            default -> throw new Unreadable("its phase is of a type that is not known here");
        };
    }

    static Document silence(Silence silence) {
        return new Document("source", silence.source().value())
                .append("id", silence.id())
                .append("by", actor(silence.by()))
                .append("until", silence.until().toString())
                .append("reason", silence.reason())
                .append("ended", silence.ended());
    }

    static Silence silence(Fields f) {
        return new Silence(
                new SourceName(f.text("source")),
                f.text("id"),
                actor(f.text("by")),
                f.time("until"),
                f.text("reason"),
                f.flag("ended"));
    }

    static Document badge(Badge badge) {
        return new Document("kind", badge.kind().name()).append("detail", badge.detail());
    }

    static Badge badge(Fields f) {
        return new Badge(f.word("kind", Badge.Kind.class), f.text("detail"));
    }

    static Document duplicate(Duplicate duplicate) {
        Severity severity = duplicate.severity();
        Document document =
                new Document("number", duplicate.id().number())
                        .append("version", duplicate.version())
                        .append("firing", duplicate.firing());
        return severity == null ? document : document.append("severity", severity.name());
    }

    static Duplicate duplicate(Fields f) {
        return new Duplicate(
                new IncidentId(f.number("number")),
                f.count("version"),
                f.number("firing"),
                f.wordOrNull("severity", Severity.class));
    }

    private static Document acknowledged(Document document, Phase.@Nullable Ack ack) {
        return ack == null
                ? document
                : document.append(
                        "ack",
                        new Document("by", actor(ack.by())).append("at", ack.at().toString()));
    }

    private static Phase.Ack ack(Fields f) {
        return new Phase.Ack(actor(f.text("by")), f.time("at"));
    }
}

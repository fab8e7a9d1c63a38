package io.frops.integrations.mongo;

import io.frops.core.alert.GroupId;
import io.frops.core.incident.Basis;
import io.frops.core.incident.Duplicate;
import io.frops.core.incident.Grade;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Ladder;
import io.frops.core.incident.Severity;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/// An incident's state as a document; its number stands outside.
final class StateCodec {
    private StateCodec() {}

    static Document encode(Incident state) {
        return new Document("group", state.group().value())
                .append("origin", PartCodec.origin(state.origin()))
                .append("subject", PartCodec.subject(state.subject()))
                .append("phase", PartCodec.phase(state.phase()))
                .append("grade", grade(state.grade()))
                .append("ladder", ladder(state.ladder()))
                .append("alerts", AlertCodec.tracked(state.alerts()))
                .append("silences", state.silences().stream().map(PartCodec::silence).toList())
                .append(
                        "duplicates",
                        state.duplicates().values().stream()
                                .sorted(Comparator.comparing(Duplicate::id))
                                .map(PartCodec::duplicate)
                                .toList())
                .append(
                        "badges",
                        state.badges().stream()
                                .sorted(Comparator.comparing(b -> b.kind()))
                                .map(PartCodec::badge)
                                .toList())
                .append("lastSeen", state.lastSeen().toString())
                .append("changedAt", state.changedAt().toString());
    }

    static Incident decode(IncidentId id, Fields f) {
        Map<IncidentId, Duplicate> duplicates =
                f.each("duplicates", PartCodec::duplicate).stream()
                        .collect(Collectors.toMap(Duplicate::id, Function.identity()));
        return new Incident(
                id,
                new GroupId(f.text("group")),
                PartCodec.origin(f.inner("origin")),
                PartCodec.subject(f.inner("subject")),
                PartCodec.phase(f.inner("phase")),
                grade(f.inner("grade")),
                ladder(f.inner("ladder")),
                AlertCodec.tracked(f.inner("alerts")),
                f.each("silences", PartCodec::silence),
                duplicates,
                Set.copyOf(f.each("badges", PartCodec::badge)),
                f.time("lastSeen"),
                f.time("changedAt"));
    }

    private static Document grade(Grade grade) {
        return new Document("severity", grade.severity().name())
                .append("basis", grade.basis().name())
                .append("worstAlert", grade.worstAlert().name())
                .append("by", PartCodec.actor(grade.by()))
                .append("at", grade.at().toString());
    }

    private static Grade grade(Fields f) {
        return new Grade(
                f.word("severity", Severity.class),
                f.word("basis", Basis.class),
                f.word("worstAlert", Severity.class),
                PartCodec.actor(f.text("by")),
                f.time("at"));
    }

    private static Document ladder(Ladder ladder) {
        return new Document("level", ladder.level())
                .append("since", ladder.since().toString())
                .append("by", PartCodec.actor(ladder.by()))
                .append("at", ladder.at().toString())
                .append("targetMissed", ladder.targetMissed())
                .append("turn", ladder.turn());
    }

    private static Ladder ladder(Fields f) {
        return new Ladder(
                f.number("level"),
                f.time("since"),
                PartCodec.actor(f.text("by")),
                f.time("at"),
                f.flag("targetMissed"),
                f.numberOr("turn", 0));
    }
}

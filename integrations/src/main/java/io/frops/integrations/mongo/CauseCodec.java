package io.frops.integrations.mongo;

import io.frops.core.incident.Cause;
import io.frops.core.observe.Traceparent;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// The traces of an incident's last changes. They are there for nothing but tracing: a document
/// without them, or with some that cannot be read, is whole.
final class CauseCodec {
    private static final String FIELD = "causes";

    private CauseCodec() {}

    static List<Document> encode(List<Cause> causes) {
        return causes.stream()
                .map(c ->
                        new Document("v", c.version())
                                .append("from", c.from())
                                .append("to", c.to())
                                .append("at", c.at().toString()))
                .toList();
    }

    static List<Cause> decode(Fields f) {
        if (f.document().get(FIELD) == null) {
            return List.of();
        }
        try {
            return f.each(FIELD, CauseCodec::one).stream().flatMap(Optional::stream).toList();
        } catch (Unreadable _) {
            return List.of();
        }
    }

    private static Optional<Cause> one(Fields f) {
        return Traceparent.parse(f.text("at"))
                .map(at -> new Cause(f.count("v"), f.count("from"), f.count("to"), at));
    }
}

package io.frops.integrations.mongo;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.Severity;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// As much of a document as can be read when not all of it can.
final class Glimpse {
    private Glimpse() {}

    /// @param document the whole, or what a list asks for
    /// @param failure of reading it
    static ReadOnlyIncident of(Document document, RuntimeException failure) {
        Fields f = new Fields(document);
        return new ReadOnlyIncident(
                read(f, d -> new IncidentId(d.number("number"))),
                read(f, d -> d.inner("state").inner("grade").word("severity", Severity.class)),
                read(f, d -> PartCodec.phase(d.inner("state").inner("phase")).word()),
                read(f, d -> d.inner("state").inner("subject").text("service")),
                read(f, d -> d.inner("state").inner("subject").text("summary")),
                why(failure));
    }

    /// Without values from outside, but for the name of a type of event.
    private static String why(RuntimeException failure) {
        // What is no Unreadable is a value object that refused what was stored.
        return failure instanceof Unreadable unreadable
                ? unreadable.why()
                : "it holds a value that is not allowed here";
    }

    private static <T> @Nullable T read(Fields f, Function<Fields, T> part) {
        try {
            return part.apply(f);
        } catch (Unreadable | IllegalArgumentException | ArithmeticException _) {
            return null;
        }
    }
}

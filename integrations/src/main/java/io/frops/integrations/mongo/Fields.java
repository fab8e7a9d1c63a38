package io.frops.integrations.mongo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Reads a document's fields. Each method throws [Unreadable] when the field is missing or of
/// another kind.
///
/// Times are ISO 8601 text, because sources give nanoseconds and a BSON date keeps milliseconds;
/// only what the database itself compares is a date.
record Fields(Document document) {
    String text(String name) {
        return value(name, String.class);
    }

    @Nullable String textOrNull(String name) {
        return document.get(name) == null ? null : text(name);
    }

    boolean flag(String name) {
        return value(name, Boolean.class);
    }

    /// Absent counts as no.
    boolean flagOrNo(String name) {
        return document.get(name) != null && flag(name);
    }

    int number(String name) {
        return Math.toIntExact(count(name));
    }

    int numberOr(String name, int missing) {
        return document.get(name) == null ? missing : number(name);
    }

    long count(String name) {
        return value(name, Number.class).longValue();
    }

    Instant time(String name) {
        return time(name, text(name));
    }

    @Nullable Instant timeOrNull(String name) {
        return document.get(name) == null ? null : time(name);
    }

    @Nullable Instant dateOrNull(String name) {
        return document.get(name) == null ? null : value(name, Date.class).toInstant();
    }

    Instant date(String name) {
        return value(name, Date.class).toInstant();
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("field " + name + " holds a word that is not known here", e);
        }
    }

    <E extends Enum<E>> @Nullable E wordOrNull(String name, Class<E> type) {
        return document.get(name) == null ? null : word(name, type);
    }

    Fields inner(String name) {
        return new Fields(value(name, Document.class));
    }

    @Nullable Fields innerOrNull(String name) {
        return document.get(name) == null ? null : inner(name);
    }

    /// A map; empty when it is not there.
    Map<String, String> map(String name) {
        return document.get(name) == null ? Map.of() : Names.decode(value(name, Document.class));
    }

    List<String> texts(String name) {
        return list(name, String.class, Function.identity());
    }

    <T> List<T> each(String name, Function<Fields, T> reader) {
        return list(name, Document.class, d -> reader.apply(new Fields(d)));
    }

    private <V, T> List<T> list(String name, Class<V> type, Function<V, T> reader) {
        List<T> all = new ArrayList<>();
        for (Object item : value(name, List.class)) {
            if (!type.isInstance(item)) {
                throw new Unreadable("list " + name + " holds an item of another kind");
            }
            all.add(reader.apply(type.cast(item)));
        }
        return all;
    }

    private <V> V value(String name, Class<V> type) {
        Object value = document.get(name);
        if (!type.isInstance(value)) {
            throw new Unreadable(
                    "field " + name + (value == null ? " is missing" : " is of another kind"));
        }
        return type.cast(value);
    }

    static Instant time(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable("field " + name + " is no time", e);
        }
    }

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /// A time for the database to compare: up to the next millisecond, so that nothing is found
    /// before its time.
    static @Nullable Date date(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        Instant floor = time.truncatedTo(ChronoUnit.MILLIS);
        return Date.from(floor.equals(time) ? floor : floor.plusMillis(1));
    }
}

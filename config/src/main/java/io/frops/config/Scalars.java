package io.frops.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns one value's text into the Java type that a component wants.
final class Scalars {
    /// How one type is read. What is expected completes "must be ..."
    private record Known(String expected, Reader reader) {}

    /// Throws some RuntimeException for a text that does not fit.
    private interface Reader {
        Object read(String text);
    }

    private static final Known INT = new Known("a whole number", Integer::valueOf);
    private static final Known LONG = new Known("a whole number", Long::valueOf);
    private static final Known DECIMAL = new Known("a number such as 0.5", Double::valueOf);
    private static final Known TRUTH = new Known("true or false", Scalars::truth);

    private static final Map<Class<?>, Known> KNOWN =
            Map.ofEntries(
                    Map.entry(String.class, new Known("a text", text -> text)),
                    Map.entry(int.class, INT),
                    Map.entry(Integer.class, INT),
                    Map.entry(long.class, LONG),
                    Map.entry(Long.class, LONG),
                    Map.entry(double.class, DECIMAL),
                    Map.entry(Double.class, DECIMAL),
                    Map.entry(boolean.class, TRUTH),
                    Map.entry(Boolean.class, TRUTH),
                    Map.entry(
                            Duration.class,
                            new Known(
                                    "a duration such as 500ms, 30s, 15m or 1h30m",
                                    Durations::parse)),
                    Map.entry(
                            URI.class,
                            new Known(
                                    "an address such as https://example.org/path",
                                    Scalars::address)),
                    Map.entry(
                            ZoneId.class,
                            new Known("a time zone such as Europe/Berlin or UTC", ZoneId::of)),
                    Map.entry(
                            LocalTime.class,
                            new Known("a time of day such as 09:00", LocalTime::parse)),
                    Map.entry(Path.class, new Known("a path", Path::of)));

    private Scalars() {}

    static boolean understands(Class<?> type) {
        return KNOWN.containsKey(type) || type.isEnum() || ValueType.of(type).isPresent();
    }

    /// The value that a text stands for.
    ///
    /// @throws Unfit when the text is no such value
    static Object read(Class<?> type, String text) throws Unfit {
        Known known = KNOWN.get(type);
        if (known != null) {
            return read(known, text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        Optional<ValueType> value = ValueType.of(type);
        return value.orElseThrow(() -> new IllegalStateException("settings cannot hold a " + type))
                .read(text);
    }

    private static Object read(Known known, String text) throws Unfit {
        try {
            return known.reader().read(text);
        } catch (RuntimeException wrong) {
            throw new Unfit("must be " + known.expected() + ".", "Write " + known.expected() + ".");
        }
    }

    private static Boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("neither");
    }

    private static URI address(String text) {
        URI uri = URI.create(text);
        if (!uri.isAbsolute() || uri.getHost() == null) {
            throw new IllegalArgumentException("no scheme or no host");
        }
        return uri;
    }

    private static Object constant(Class<?> type, String text) throws Unfit {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (Words.same(word(constant), text)) {
                return constant;
            }
        }
        List<String> words = Arrays.stream(constants).map(Scalars::word).toList();
        String meant =
                Words.nearest(text, words).map(word -> " Did you mean " + word + "?").orElse("");
        throw new Unfit(
                "is no known value." + meant, "Write one of " + String.join(", ", words) + ".");
    }

    /// SEV1 stays SEV1; NEXT_DAY is written next-day.
    private static String word(Object constant) {
        String name = ((Enum<?>) constant).name();
        return name.matches("[A-Z]+\\d+") ? name : Words.kebab(name);
    }
}

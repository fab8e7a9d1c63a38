package io.frops.integrations.alertmanager;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Walks through one JSON body without holding it. Knows where it is, so that a mistake can be
/// named. What it is handed of wrong shape becomes a [BadBody]; null counts as empty.
final class JsonBody implements Closeable {
    /// Deepest nesting that is read; Alertmanager's own is 4.
    static final int MAX_DEPTH = 32;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    // Names are chosen by the sender: they must not stay in the JVM's string table.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final Texts texts = new Texts();

    /// Reads one field or one element; leaves the parser on the value's last token.
    @FunctionalInterface
    interface Step {
        void read(String name) throws IOException;
    }

    JsonBody(InputStream in) throws IOException {
        parser = FACTORY.createParser(in);
    }

    /// Moves to the body's one value.
    void start() throws IOException {
        if (parser.nextToken() == null) {
            throw new BadBody("the body is empty");
        }
    }

    /// After the body's value nothing may follow.
    void end() throws IOException {
        if (parser.nextToken() != null) {
            throw new BadBody("something follows the JSON value");
        }
    }

    void object(String place, Step field) throws IOException {
        if (isNull()) {
            return;
        }
        expect(JsonToken.START_OBJECT, place, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
    }

    void array(String place, Step element) throws IOException {
        if (isNull()) {
            return;
        }
        expect(JsonToken.START_ARRAY, place, "an array");
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            element.read(place + "[" + i + "]");
        }
    }

    Map<String, String> labels(String place) throws IOException {
        Map<String, String> labels = new HashMap<>();
        object(place, name -> labels.put(texts.value(name), text(place + "." + name)));
        return labels;
    }

    String text(String place) throws IOException {
        if (isNull()) {
            return "";
        }
        expect(JsonToken.VALUE_STRING, place, "a text");
        return texts.value(parser.getText());
    }

    /// A text of any length, uncut.
    String whole(String place) throws IOException {
        if (isNull()) {
            return "";
        }
        expect(JsonToken.VALUE_STRING, place, "a text");
        return parser.getText();
    }

    int count(String place) throws IOException {
        if (isNull()) {
            return 0;
        }
        expect(JsonToken.VALUE_NUMBER_INT, place, "a whole number");
        return (int) Math.clamp(parser.getBigIntegerValue().doubleValue(), 0, Integer.MAX_VALUE);
    }

    boolean truth(String place, boolean missing) throws IOException {
        if (isNull()) {
            return missing;
        }
        if (!parser.hasToken(JsonToken.VALUE_TRUE)) {
            expect(JsonToken.VALUE_FALSE, place, "true or false");
        }
        return parser.hasToken(JsonToken.VALUE_TRUE);
    }

    /// A time, cut to milliseconds: the webhook tells nanoseconds and the API milliseconds of the
    /// same moment. Go's zero time and null are no time.
    @Nullable Instant time(String place) throws IOException {
        if (isNull()) {
            return null;
        }
        expect(JsonToken.VALUE_STRING, place, "a time");
        try {
            OffsetDateTime time = OffsetDateTime.parse(parser.getText());
            return time.getYear() <= 1 ? null : time.toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new BadBody(
                    quoted(place) + " must be a time such as 2026-01-31T08:30:00Z, but is not one");
        }
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    boolean isObject() {
        return parser.hasToken(JsonToken.START_OBJECT);
    }

    private boolean isNull() {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    private void expect(JsonToken token, String place, String expected) throws BadBody {
        if (!parser.hasToken(token)) {
            throw new BadBody(
                    quoted(place)
                            + " must be "
                            + expected
                            + ", but is "
                            + kind(parser.currentToken()));
        }
    }

    private static String quoted(String place) {
        return place.isEmpty() ? "the body" : "\"" + Shown.brief(place) + "\"";
    }

    private static String kind(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "unreadable";
            case null -> "missing";
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

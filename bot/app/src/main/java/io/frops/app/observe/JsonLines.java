package io.frops.app.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.frops.core.failure.Redaction;
import io.frops.core.observe.Trace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.event.KeyValuePair;

/// Writes each log event as one line of JSON with exactly the operations guide's fields:
/// `timestamp` (ISO 8601, UTC), `level`, `service`, `message`, `traceId`, and where they apply
/// `requestId`, `userId`, `path`, `method`, `statusCode`, `duration` (ms).
public final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final Set<String> CONTEXT =
            Set.of("requestId", "userId", "path", "method", "statusCode", "duration");
    private static final byte[] NOTHING = new byte[0];

    private final JsonFactory json = new JsonFactory();
    private final String service;

    public JsonLines(String service) {
        this.service = service;
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = json.createGenerator(line)) {
            write(event, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(ILoggingEvent event, JsonGenerator out) throws IOException {
        Optional<Trace> trace = Trace.current();
        out.writeStartObject();
        out.writeStringField("timestamp", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        out.writeStringField("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
        out.writeStringField("service", service);
        out.writeStringField("message", message(event));
        out.writeStringField("traceId", trace.map(Trace::traceId).orElse(""));
        for (Map.Entry<String, Object> field : context(event, trace).entrySet()) {
            out.writeFieldName(field.getKey());
            switch (field.getValue()) {
                case Number number -> out.writeNumber(number.longValue());
                case Object other -> out.writeString(Redaction.of(other.toString()));
            }
        }
        out.writeEndObject();
    }

    /// The guide's further fields where they apply; what the line itself says wins over what the
    /// request says.
    private static Map<String, Object> context(ILoggingEvent event, Optional<Trace> trace) {
        Map<String, Object> fields = new LinkedHashMap<>();
        trace.ifPresent(t -> fields.put("requestId", t.requestId()));
        trace.map(Trace::userId)
                .filter(id -> !id.isEmpty())
                .ifPresent(id -> fields.put("userId", id));
        fields.putAll(event.getMDCPropertyMap());
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> fields.put(pair.key, pair.value));
        }
        fields.keySet().retainAll(CONTEXT);
        return fields;
    }

    /// The message, with a bug's stack trace where there is one, secrets taken out.
    private static String message(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        IThrowableProxy thrown = event.getThrowableProxy();
        return Redaction.of(
                thrown == null ? message : message + "\n" + ThrowableProxyUtil.asString(thrown));
    }
}

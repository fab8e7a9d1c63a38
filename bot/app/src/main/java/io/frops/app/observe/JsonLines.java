package io.frops.app.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.frops.core.failure.Redaction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        Map<String, String> mdc = event.getMDCPropertyMap();
        out.writeStartObject();
        out.writeStringField("timestamp", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        out.writeStringField("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
        out.writeStringField("service", service);
        out.writeStringField("message", message(event));
        out.writeStringField("traceId", mdc.getOrDefault("traceId", ""));
        for (Map.Entry<String, String> entry : mdc.entrySet()) {
            if (CONTEXT.contains(entry.getKey())) {
                out.writeStringField(entry.getKey(), entry.getValue());
            }
        }
        pairs(event.getKeyValuePairs(), out);
        out.writeEndObject();
    }

    private static void pairs(@Nullable List<KeyValuePair> pairs, JsonGenerator out)
            throws IOException {
        if (pairs == null) {
            return;
        }
        for (KeyValuePair pair : pairs) {
            if (!CONTEXT.contains(pair.key)) {
                continue;
            }
            out.writeFieldName(pair.key);
            switch (pair.value) {
                case Number number -> out.writeNumber(number.longValue());
                case Object other -> out.writeString(Redaction.of(other.toString()));
            }
        }
    }

    /// The message, with a bug's stack trace where there is one, secrets taken out.
    private static String message(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        IThrowableProxy thrown = event.getThrowableProxy();
        return Redaction.of(
                thrown == null ? message : message + "\n" + ThrowableProxyUtil.asString(thrown));
    }
}

package io.frops.core.observe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One span's place, as W3C trace context writes it into a header: `00-TRACE-SPAN-FLAGS`, in lower
/// case hexadecimal.
///
/// @param traceId 16 bytes
/// @param spanId 8 bytes
/// @param sampled whether its trace is exported
public record Traceparent(String traceId, String spanId, boolean sampled) {
    private static final Pattern HEADER =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final Pattern ZEROES = Pattern.compile("0+");

    public Traceparent {
        if (!traceId.matches("[0-9a-f]{32}") || ZEROES.matcher(traceId).matches()) {
            throw new IllegalArgumentException("a trace id is 16 bytes, not all of them zero");
        }
        if (!spanId.matches("[0-9a-f]{16}") || ZEROES.matcher(spanId).matches()) {
            throw new IllegalArgumentException("a span id is 8 bytes, not all of them zero");
        }
    }

    /// Reads a header; empty when it is none, which W3C asks to be treated as not sent. A later
    /// version may say more at its end.
    public static Optional<Traceparent> parse(String header) {
        Matcher parts = HEADER.matcher(header);
        if (header.length() > 512
                || !parts.matches()
                || parts.group(1).equals("ff")
                || (parts.group(1).equals("00") && parts.group(5) != null)
                || ZEROES.matcher(parts.group(2)).matches()
                || ZEROES.matcher(parts.group(3)).matches()) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(parts.group(4), 16) & 1) == 1;
        return Optional.of(new Traceparent(parts.group(2), parts.group(3), sampled));
    }

    /// As it is written into a header.
    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}

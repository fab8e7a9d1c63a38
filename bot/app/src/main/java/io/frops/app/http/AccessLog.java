package io.frops.app.http;

import io.frops.core.observe.Span;
import io.frops.core.observe.Spans;
import io.frops.core.observe.Trace;
import io.frops.core.observe.Traceparent;
import io.frops.core.observe.Tracing;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// Gives each request its ids and writes one line about it, with the guide's fields. Neither query
/// nor body is logged.
final class AccessLog implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger("http");

    /// A door puts whom it authenticated here.
    static final String USER = "frops.userId";

    private static final int TRACE_BYTES = 16;
    private static final int REQUEST_BYTES = 8;

    /// Where others' traces go on, and traces begin.
    private static final Set<String> DOORS =
            Set.of("/webhooks/alertmanager", "/slack/events", "/commands");

    private final SecureRandom random = new SecureRandom();
    private final Tracing tracing;

    AccessLog(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        long begun = System.nanoTime();
        Optional<Traceparent> caller =
                Optional.ofNullable(request.getHeader("traceparent")).flatMap(Traceparent::parse);
        Span span = begin(request, caller.orElse(null));
        try {
            trace(span, caller)
                    .<Boolean, Exception>call(
                            () -> Spans.run(span, s -> logged(request, response, chain, begun, s)));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static boolean logged(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            long begun,
            Span span)
            throws IOException, ServletException {
        int status = 500;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            // An exception becomes a 500 only after this filter.
            span.set("http.response.status_code", status);
            log(request, status, System.nanoTime() - begun);
        }
        return true;
    }

    private Span begin(HttpServletRequest request, @Nullable Traceparent caller) {
        String path = request.getRequestURI();
        return request.getMethod().equals("POST") && DOORS.contains(path)
                ? tracing.begin("POST " + path, Span.Kind.SERVER, caller, List.of())
                        .set("http.request.method", "POST")
                        .set("http.route", path)
                : Span.none();
    }

    /// In the caller's trace where it sends one (W3C trace context), else in a new one.
    private Trace trace(Span span, Optional<Traceparent> caller) {
        String traceId =
                span.at()
                        .or(() -> caller)
                        .map(Traceparent::traceId)
                        .orElseGet(() -> hex(TRACE_BYTES));
        return new Trace(traceId, hex(REQUEST_BYTES), "", span);
    }

    private String hex(int bytes) {
        byte[] id = new byte[bytes];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static void log(HttpServletRequest request, int status, long nanos) {
        boolean probe =
                request.getRequestURI().startsWith("/health/")
                        || request.getRequestURI().equals("/metrics");
        LoggingEventBuilder line = probe ? LOG.atDebug() : LOG.atInfo();
        if (request.getAttribute(USER) instanceof String user) {
            line = line.addKeyValue("userId", user);
        }
        line.addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("statusCode", status)
                .addKeyValue("duration", TimeUnit.NANOSECONDS.toMillis(nanos))
                .log("HTTP request");
    }
}

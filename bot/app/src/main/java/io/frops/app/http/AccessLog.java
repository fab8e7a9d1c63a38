package io.frops.app.http;

import io.frops.core.observe.Trace;
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
import java.util.concurrent.TimeUnit;
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

    private final SecureRandom random = new SecureRandom();

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        long begun = System.nanoTime();
        Trace trace = new Trace(traceId(request), hex(REQUEST_BYTES), "");
        try {
            trace.<Boolean, Exception>call(() -> logged(request, response, chain, begun));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static boolean logged(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, long begun)
            throws IOException, ServletException {
        int status = 500;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            // An exception becomes a 500 only after this filter.
            log(request, status, System.nanoTime() - begun);
        }
        return true;
    }

    /// The caller's trace where it sends one (W3C trace context), else a new one.
    private String traceId(HttpServletRequest request) {
        String parent = request.getHeader("traceparent");
        return parent != null && parent.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
                ? parent.substring(3, 35)
                : hex(TRACE_BYTES);
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

package io.frops.sandbox.slack.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/// One request and its answer. Not thread-safe; lives on the virtual thread that serves the
/// request.
public final class Exchange {
    /// Largest body read, in bytes; more answers 413. Slack's own cap for JSON posts is near 1 MB.
    private static final int BODY_CAP = 8 * 1024 * 1024;

    private final Request request;
    private final Response response;

    Exchange(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    public String method() {
        return request.getMethod();
    }

    public String path() {
        return Request.getPathInContext(request);
    }

    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    /// The address this request came in on, `http://HOST:PORT`, without a slash at the end.
    public String origin() {
        return "http://" + header("Host");
    }

    public @Nullable String query(String name) {
        return Request.extractQueryParameters(request).getValue(name);
    }

    public Map<String, String> queries() {
        Map<String, String> all = new LinkedHashMap<>();
        Request.extractQueryParameters(request).forEach(f -> all.put(f.getName(), f.getValue()));
        return all;
    }

    /// The whole body. Fails with [TooLarge] past the cap.
    public byte[] body() {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(BODY_CAP + 1);
            if (bytes.length > BODY_CAP) {
                throw new TooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fields of an `application/x-www-form-urlencoded` text; of a repeated field the last one
    /// counts.
    public static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int eq = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = eq < 0 ? pair : pair.substring(0, eq);
                fields.put(decode(name), eq < 0 ? "" : decode(pair.substring(eq + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    public Exchange with(String header, String value) {
        response.getHeaders().put(header, value);
        return this;
    }

    public void json(int status, JsonNode body) {
        send(status, "application/json; charset=utf-8", body.toString());
    }

    public void html(String body) {
        with("Cache-Control", "no-store");
        send(200, "text/html; charset=utf-8", body);
    }

    public void send(int status, String type, String body) {
        send(status, type, body.getBytes(UTF_8));
    }

    public void send(int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An answer without end, for server-sent events; each write goes out at once.
    public OutputStream stream(String type) {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        return Content.Sink.asOutputStream(response);
    }

    /// Cuts the connection without an answer, as a peer that dies would.
    public void cut() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        throw new Cut();
    }

    /// The body is larger than this server takes.
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// The connection was cut on purpose.
    public static final class Cut extends RuntimeException implements QuietException {
        private static final long serialVersionUID = 1;
    }
}

package io.frops.integrations.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call to a system's HTTP API. Path segments and parameters are values and get encoded; no
/// text from outside can become part of the address.
///
/// @param json the body; absent for GET and DELETE
/// @param timeout of the whole call, body included
/// @param cap of the answer's body in bytes
public record HttpCall(
        String method,
        List<String> path,
        List<Parameter> query,
        @Nullable String json,
        Duration timeout,
        long cap) {
    private static final long DEFAULT_CAP = 1 << 20;

    /// One query parameter.
    public record Parameter(String name, String value) {}

    public HttpCall {
        path = List.copyOf(path);
        query = List.copyOf(query);
    }

    public static HttpCall get(Duration timeout, String... path) {
        return new HttpCall("GET", List.of(path), List.of(), null, timeout, DEFAULT_CAP);
    }

    public static HttpCall post(Duration timeout, String json, String... path) {
        return new HttpCall("POST", List.of(path), List.of(), json, timeout, DEFAULT_CAP);
    }

    public static HttpCall delete(Duration timeout, String... path) {
        return new HttpCall("DELETE", List.of(path), List.of(), null, timeout, DEFAULT_CAP);
    }

    public HttpCall withCap(long bytes) {
        return new HttpCall(method, path, query, json, timeout, bytes);
    }

    public HttpCall with(Parameter... parameters) {
        return new HttpCall(method, path, List.of(parameters), json, timeout, cap);
    }
}

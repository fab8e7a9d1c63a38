package io.frops.sandbox.alertmanager;

import com.sun.net.httpserver.HttpExchange;
import io.frops.sandbox.platform.LoopbackServer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Finds who answers a request: the API, the probes, or a page.
final class Api {
    private static final String BASE = "/api/v2";
    private static final String SILENCE = BASE + "/silence/";

    /// By path and method.
    private final Map<String, Map<String, Function<Call, Reply>>> routes = new TreeMap<>();

    private final Map<String, Function<Call, Reply>> oneSilence;

    Api(AlertsApi alerts, SilencesApi silences, StatusApi status, Pages pages) {
        routes.put(
                BASE + "/alerts", new TreeMap<>(Map.of("GET", alerts::list, "POST", alerts::post)));
        routes.put(BASE + "/alerts/groups", Map.of("GET", alerts::groups));
        routes.put(
                BASE + "/silences",
                new TreeMap<>(Map.of("GET", silences::list, "POST", silences::post)));
        routes.put(BASE + "/status", Map.of("GET", status::status));
        routes.put(BASE + "/receivers", Map.of("GET", status::receivers));
        routes.put("/-/ready", Map.of("GET", _ -> Reply.text(200, "OK")));
        routes.put("/-/healthy", Map.of("GET", _ -> Reply.text(200, "OK")));
        routes.put("/", Map.of("GET", pages::overview));
        routes.put("/graph", Map.of("GET", pages::graph));
        oneSilence =
                new TreeMap<>(
                        Map.of(
                                "GET", call -> silences.get(id(call)),
                                "DELETE", call -> silences.delete(id(call))));
    }

    void handle(HttpExchange exchange) throws IOException {
        Reply reply = answer(exchange);
        LoopbackServer.reply(exchange, reply.status(), reply.type(), reply.body());
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        try {
            Call call = Call.of(exchange);
            return route(call.path())
                    .map(methods -> answer(call, methods))
                    .orElseGet(() -> unknown(call));
        } catch (Refusal refusal) {
            return new Reply(refusal.status(), "application/json", refusal.body());
        }
    }

    private Optional<Map<String, Function<Call, Reply>>> route(String path) {
        if (path.startsWith(SILENCE) && path.length() > SILENCE.length()) {
            return Optional.of(oneSilence);
        }
        return Optional.ofNullable(routes.get(path));
    }

    private static Reply answer(Call call, Map<String, Function<Call, Reply>> methods) {
        Function<Call, Reply> method = methods.get(call.method());
        if (method != null) {
            return method.apply(call);
        }
        if (!call.path().startsWith(BASE)) {
            return Reply.text(405, "Method Not Allowed\n");
        }
        throw Refusal.schema(
                405,
                405,
                "method "
                        + call.method()
                        + " is not allowed, but ["
                        + String.join(",", methods.keySet())
                        + "] are");
    }

    private static Reply unknown(Call call) {
        if (call.path().startsWith(BASE)) {
            throw Refusal.schema(404, 404, "path " + call.path() + " was not found");
        }
        return Reply.text(404, "404 page not found\n");
    }

    private static String id(Call call) {
        return call.path().substring(SILENCE.length());
    }
}

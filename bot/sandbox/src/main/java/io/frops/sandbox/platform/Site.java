package io.frops.sandbox.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the answer to a request by its path.
record Site(Supplier<Map<SampleService, History>> services, InstantSource clock)
        implements HttpHandler {
    private record Answer(int status, String type, String body) {
        static Answer page(String html) {
            return new Answer(200, "text/html", html);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            LoopbackServer.reply(exchange, 405, "text/plain", "only GET\n");
            return;
        }
        Answer answer = find(exchange).orElseGet(this::notFound);
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        LoopbackServer.reply(exchange, answer.status, answer.type, answer.body);
    }

    private Optional<Answer> find(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            return Optional.of(Answer.page(Pages.overview(services.get())));
        }
        if (path.equals("/graph")) {
            return Optional.of(graph(exchange.getRequestURI().getRawQuery()));
        }
        List<String> parts = List.of(path.substring(1).split("/", -1));
        return parts.size() < 2
                ? Optional.empty()
                : services.get().entrySet().stream()
                        .filter(e -> e.getKey().name().equals(parts.get(1)))
                        .findFirst()
                        .flatMap(e -> ofService(parts, e.getKey(), e.getValue()));
    }

    private Optional<Answer> ofService(List<String> parts, SampleService s, History history) {
        String page = parts.getFirst() + "/" + String.join("/", parts.subList(2, parts.size()));
        Instant now = clock.instant();
        return Optional.ofNullable(
                switch (page) {
                    case "runbooks/" -> Answer.page(Pages.runbook(s, history));
                    case "dashboards/" -> Answer.page(Pages.dashboard(s, history, now));
                    case "services/health" -> health(s, history);
                    case "services/metrics" ->
                            new Answer(200, Metrics.TYPE, new Metrics(s, history, now).text());
                    case String _ -> null;
                });
    }

    private static Answer health(SampleService s, History history) {
        String body = "{\"status\":\"%s\",\"service\":\"%s\"}\n";
        return history.isBroken()
                ? new Answer(503, "application/json", body.formatted("failing", s.name()))
                : new Answer(200, "application/json", body.formatted("ok", s.name()));
    }

    /// The graph of the service that the query is about.
    private Answer graph(@Nullable String query) {
        String expression = expression(query == null ? "" : query);
        return services.get().entrySet().stream()
                .filter(e ->
                        expression.contains("\"" + e.getKey().name() + "\"")
                                || expression.contains("\"" + e.getKey().scrape().job() + "\""))
                .findFirst()
                .map(e ->
                        Answer.page(
                                Pages.graph(expression, e.getKey(), e.getValue(), clock.instant())))
                .orElseGet(this::notFound);
    }

    private static String expression(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(p -> p.startsWith("g0.expr="))
                .map(p -> decoded(p.substring(8)))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Answer notFound() {
        return new Answer(
                404,
                "text/html",
                Pages.notFound(services.get().keySet().stream().map(SampleService::name).toList()));
    }
}

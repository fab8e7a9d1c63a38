package io.frops.checks.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A collector that takes OTLP over HTTP and remembers every span. The numbers are those of
/// opentelemetry-proto 1.x, `ExportTraceServiceRequest`.
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<Seen> spans = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Seen> spans() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            boolean right =
                    call.getRequestHeaders().getFirst("Host").startsWith("127.0.0.1:")
                            && "POST".equals(call.getRequestMethod())
                            && "application/x-protobuf"
                                    .equals(call.getRequestHeaders().getFirst("Content-Type"));
            if (right) {
                Protobuf.read(call.getRequestBody().readAllBytes())
                        .messages(1)
                        .forEach(this::resource);
            }
            call.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            call.sendResponseHeaders(right ? 200 : 400, -1);
        }
    }

    private void resource(Protobuf resource) {
        Map<String, String> about = new LinkedHashMap<>();
        resource.messages(1).forEach(r -> about.putAll(attributes(r, 1)));
        String instance = about.getOrDefault("service.instance.id", "");
        resource.messages(2)
                .forEach(scope -> scope.messages(2).forEach(s -> spans.add(seen(s, instance))));
    }

    private static Seen seen(Protobuf span, String instance) {
        List<String> links = new ArrayList<>();
        span.messages(13).forEach(link -> links.add(link.hex(2)));
        return new Seen(
                span.text(5),
                span.hex(1),
                span.hex(2),
                span.hex(4),
                links,
                span.number(7),
                attributes(span, 9),
                instance);
    }

    private static Map<String, String> attributes(Protobuf of, int field) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Protobuf pair : of.messages(field)) {
            for (Protobuf value : pair.messages(2)) {
                all.put(
                        pair.text(1),
                        value.has(1) ? value.text(1) : Long.toString(value.number(3)));
            }
        }
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

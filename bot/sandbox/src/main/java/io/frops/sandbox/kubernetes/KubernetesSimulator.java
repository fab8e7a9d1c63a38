package io.frops.sandbox.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import io.frops.core.settings.Secret;
import io.frops.sandbox.platform.LoopbackServer;
import io.frops.sandbox.platform.PlatformListener;
import io.frops.sandbox.platform.SamplePlatform;
import io.frops.sandbox.platform.SampleService;
import io.frops.sandbox.platform.SampleService.PodFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Kubernetes API on loopback that can be read by one user in one namespace. What that user may
/// not do, what does not exist and what cannot be read is refused as the real API refuses it.
public final class KubernetesSimulator implements PlatformListener, AutoCloseable {
    private static final int MOST_BODY = 64 * 1024;

    private final Cluster cluster;
    private final Answers answers;
    private final Rights rights;
    private final Secret token;
    private final Faults faults = new Faults();
    private final LoopbackServer server;

    private KubernetesSimulator(InstantSource clock, Secret token, String namespace) {
        this.cluster = new Cluster(clock, namespace);
        this.answers = new Answers(cluster);
        this.rights = new Rights(namespace);
        this.token = token;
        this.server = LoopbackServer.start(0, this::answer);
    }

    /// @param token that callers must bring as `Authorization: Bearer`
    /// @param namespace the only one whose objects the user may read
    public static KubernetesSimulator start(InstantSource clock, Secret token, String namespace) {
        return new KubernetesSimulator(clock, token, namespace);
    }

    public URI address() {
        return server.address();
    }

    public Faults faults() {
        return faults;
    }

    /// Adds a deployment whose pods are well, or starts an existing one anew.
    public void deploy(String name, int replicas) {
        cluster.deploy(name, replicas);
    }

    /// Deploys what the sample platform runs and follows its breaks and mends from now on.
    public void follow(SamplePlatform platform) {
        platform.services().forEach(s -> deploy(s.name(), s.replicas()));
        platform.addListener(this);
    }

    /// Every pod of a deployment fails from now on; nothing when there is no such deployment.
    public void fail(String deployment, PodFailure how) {
        cluster.fail(deployment, how);
    }

    /// The failing pods are replaced by new ones that are well.
    public void mend(String deployment) {
        cluster.mend(deployment);
    }

    @Override
    public void broken(SampleService service) {
        fail(service.name(), service.failure());
    }

    @Override
    public void mended(SampleService service) {
        mend(service.name());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        ApiCall call =
                ApiCall.of(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query);
        try {
            if (faults.survives(call)) {
                checked(exchange, call, query);
            }
        } catch (Refusal refusal) {
            send(exchange, refusal.code(), refusal.status());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checked(HttpExchange exchange, ApiCall call, Map<String, String> query)
            throws IOException {
        authenticate(exchange);
        if (!may(call)) {
            throw Refusal.forbidden(call, Rights.USER);
        }
        negotiate(exchange.getRequestHeaders().getFirst("Accept"));
        switch (call) {
            case ApiCall.Path(String _, String path) -> tell(exchange, path);
            case ApiCall.Resource r when r.verb().equals("create") ->
                    send(exchange, 201, Reviews.answer(body(exchange), this::may));
            case ApiCall.Resource r -> send(exchange, 200, answers.read(r, query));
        }
    }

    private boolean may(ApiCall call) {
        return rights.allow(call) && !faults.isDenied(call);
    }

    private void authenticate(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null || !given.startsWith("Bearer ") || !token.matches(given.substring(7))) {
            throw Refusal.unauthorized();
        }
    }

    private static void negotiate(@Nullable String accept) {
        if (accept != null && !accept.contains("json") && !accept.contains("*/*")) {
            throw Refusal.notAcceptable();
        }
    }

    private static void tell(HttpExchange exchange, String path) throws IOException {
        Optional<Map<String, Object>> known = Discovery.at(path);
        if (known.isPresent()) {
            send(exchange, 200, known.get());
        } else if (path.equals("/healthz") || path.equals("/livez") || path.equals("/readyz")) {
            LoopbackServer.reply(exchange, 200, "text/plain", "ok");
        } else {
            LoopbackServer.reply(exchange, 404, "text/plain", "404 page not found\n");
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw Refusal.unsupportedMediaType();
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
        if (body.length > MOST_BODY) {
            throw Refusal.badRequest("the request body is too large");
        }
        return body;
    }

    private static void send(HttpExchange exchange, int code, Object object) throws IOException {
        LoopbackServer.reply(exchange, code, "application/json", Json.text(object));
    }

    private static Map<String, String> query(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return Map.of();
        }
        return Arrays.stream(raw.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                p -> decoded(p[0]),
                                p -> p.length > 1 ? decoded(p[1]) : "",
                                (a, _) -> a));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("the query cannot be read: " + text);
        }
    }

    @Override
    public void close() {
        faults.clear();
        server.close();
    }
}

package io.frops.integrations.http;

import io.frops.core.platform.Health;
import io.frops.core.platform.HealthSource;
import io.frops.core.platform.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Asks the health addresses that the configuration names, and never another: not one from an
/// alert, and not another server that an answer points to.
public final class HttpProbes implements HealthSource, AutoCloseable {
    private static final int MOST_HOPS = 3;

    private final ProbeSettings settings;
    private final OkHttpClient client;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    public HttpProbes(ProbeSettings settings, SharedClient client) {
        this.settings = settings;
        this.client = client.unwrap();
    }

    @Override
    public String name() {
        return "health addresses";
    }

    /// Asks all addresses at once. What answers 2xx is healthy.
    @Override
    public List<Health> of(Service service) {
        List<Future<Health>> asked =
                service.probes().stream().map(uri -> calls.submit(() -> probe(uri))).toList();
        return asked.stream().map(HttpProbes::joined).toList();
    }

    private Health probe(URI uri) {
        Attempt attempt = new Attempt(ProbeFailures.shown(uri), System.nanoTime());
        HttpUrl url = HttpUrl.parse(uri.toString());
        if (url == null) {
            return attempt.failed(
                    0, "is no http or https address: correct it in the configuration");
        }
        try {
            return ask(url, attempt);
        } catch (IOException e) {
            return attempt.failed(0, ProbeFailures.sentence(e, settings.timeout()));
        }
    }

    /// A moved page on the same server is followed, since it is the configured server's own word.
    private Health ask(HttpUrl start, Attempt attempt) throws IOException {
        HttpUrl url = start;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            try (Response response = get(url, attempt.left(settings.timeout()))) {
                if (response.isSuccessful()) {
                    return attempt.well(response.code());
                }
                if (!response.isRedirect()) {
                    return attempt.failed(response.code(), "answered " + response.code());
                }
                HttpUrl next = url.resolve(String.valueOf(response.header("Location")));
                if (next == null || !sameServer(next, start)) {
                    return attempt.failed(
                            response.code(),
                            "redirects to another server, which is not asked: name the final address in the configuration");
                }
                url = next;
            }
        }
        return attempt.failed(0, "redirects more than " + MOST_HOPS + " times");
    }

    private Response get(HttpUrl url, Duration left) throws IOException {
        Request request =
                new Request.Builder().url(url).header("User-Agent", "frops-probe").build();
        return client.newBuilder()
                .callTimeout(left)
                .connectTimeout(left)
                .readTimeout(left)
                .followRedirects(false)
                .followSslRedirects(false)
                .build()
                .newCall(request)
                .execute();
    }

    private static boolean sameServer(HttpUrl a, HttpUrl b) {
        return a.scheme().equals(b.scheme()) && a.host().equals(b.host()) && a.port() == b.port();
    }

    /// Every call ends by its own time-out, so this wait does too.
    private static Health joined(Future<Health> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Health.Unanswered("health addresses", "interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe let a failure through", e.getCause());
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }

    /// One probe on its way, timed by the machine's monotonic clock.
    private record Attempt(String address, long startedNanos) {
        Duration took() {
            return Duration.ofNanos(System.nanoTime() - startedNanos);
        }

        /// For a redirect only what is left of the time; zero would mean no limit.
        Duration left(Duration timeout) {
            Duration left = timeout.minus(took());
            return left.toMillis() > 0 ? left : Duration.ofMillis(1);
        }

        Health well(int status) {
            return new Health.Probe(address, true, status, took(), "");
        }

        Health failed(int status, String detail) {
            return new Health.Probe(address, false, status, took(), detail);
        }
    }
}

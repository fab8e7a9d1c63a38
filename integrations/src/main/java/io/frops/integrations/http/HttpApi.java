package io.frops.integrations.http;

import io.frops.core.failure.IntegrationException;
import io.frops.core.observe.Span;
import io.frops.core.observe.Spans;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// One system's HTTP API: where it is, who we are there, and how its failures are told. Threads may
/// share it.
public final class HttpApi {
    private static final MediaType JSON = MediaType.get("application/json");

    private final String system;
    private final OkHttpClient client;
    private final HttpUrl base;
    private final Credential credential;

    /// Reads an answer. What it throws besides [IOException] passes through.
    @FunctionalInterface
    public interface Reader<T> {
        T read(Answer answer) throws IOException;
    }

    /// An answer while it is being read.
    ///
    /// @param body ends at the call's cap with [BodyTooLargeException]
    public record Answer(int status, InputStream body) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /// @param system the system's name as people know it
    /// @param base an http or https address; a path in it is kept, user and password in it are not
    /// @throws IllegalArgumentException when it is no such address
    public HttpApi(String system, SharedClient client, URI base, Credential credential) {
        this.system = system;
        this.client = client.unwrap();
        HttpUrl url = HttpUrl.parse(base.toString());
        if (url == null) {
            throw new IllegalArgumentException(
                    "the address of "
                            + system
                            + " must begin with http:// or https:// and name a host, for example http://localhost:9093");
        }
        this.base = url.newBuilder().username("").password("").query(null).fragment(null).build();
        this.credential = credential;
    }

    /// Host and port, safe to show.
    public String name() {
        return base.host() + ":" + base.port();
    }

    /// Makes the call and reads its answer.
    ///
    /// @throws IntegrationException when no whole answer came in time
    public <T> T call(HttpCall call, Reader<T> reader) {
        return Spans.within(
                call.method() + " " + system, Span.Kind.CLIENT, span -> called(call, reader, span));
    }

    private <T> T called(HttpCall call, Reader<T> reader, Span span) {
        span.set("http.request.method", call.method());
        try (Response response = clientFor(call).newCall(request(call)).execute()) {
            span.set("http.response.status_code", response.code());
            InputStream body = Objects.requireNonNull(response.body()).byteStream();
            return reader.read(new Answer(response.code(), new CappedStream(body, call.cap())));
        } catch (IOException e) {
            throw HttpFailures.of(system, name(), call.timeout(), e);
        }
    }

    /// What an answer that is no success means.
    ///
    /// @param detail what the system said, already cut and safe to show; may be empty
    public IntegrationException refusal(int status, String detail) {
        return HttpFailures.refusal(system, name(), status, detail);
    }

    private OkHttpClient clientFor(HttpCall call) {
        // Only a GET may silently be sent twice when a kept connection turns out to be dead.
        return client.newBuilder()
                .callTimeout(call.timeout())
                .connectTimeout(call.timeout())
                .readTimeout(call.timeout())
                .writeTimeout(call.timeout())
                .retryOnConnectionFailure("GET".equals(call.method()))
                .build();
    }

    private Request request(HttpCall call) {
        HttpUrl.Builder url = base.newBuilder();
        call.path().forEach(url::addPathSegment);
        call.query().forEach(p -> url.addQueryParameter(p.name(), p.value()));
        String json = call.json();
        RequestBody body =
                json == null
                        ? null
                        : RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON);
        Request.Builder request =
                new Request.Builder()
                        .url(url.build())
                        .header("Accept", "application/json")
                        .method(call.method(), body);
        credential.header().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }
}

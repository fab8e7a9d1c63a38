package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.observe.Arrows;
import io.frops.core.observe.Span;
import io.frops.core.observe.Spans;
import io.frops.core.observe.Trace;
import io.frops.core.settings.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Calls Slack: one attempt a call, with a time-out of its own. Whoever calls decides about trying
/// again, since only they know whether an unknown outcome matters.
final class SlackCalls {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);
    private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient http;
    private final MethodsClient methods;
    private final SlackSettings settings;
    private final SlackObserver observer;
    private final InstantSource clock;
    private final Arrows arrows;

    SlackCalls(SlackSettings settings, SlackObserver observer, InstantSource clock, Arrows arrows) {
        this(settings, observer, clock, arrows, READ);
    }

    /// @param arrows told of each call
    /// @param read how long an answer may take
    SlackCalls(
            SlackSettings settings,
            SlackObserver observer,
            InstantSource clock,
            Arrows arrows,
            Duration read) {
        this.settings = settings;
        this.observer = observer;
        this.clock = clock;
        this.arrows = arrows;
        this.http =
                new OkHttpClient.Builder()
                        .connectTimeout(CONNECT)
                        .readTimeout(read)
                        .writeTimeout(read)
                        .callTimeout(WHOLE_CALL)
                        .connectionPool(new ConnectionPool(5, 30, TimeUnit.SECONDS))
                        .addInterceptor(SentOnce::intercept)
                        // a token goes to the configured host and nowhere else
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .build();
        this.methods = slack().methods();
    }

    private Slack slack() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
        config.setStatsEnabled(false);
        // the default listener logs requests with their tokens at DEBUG
        config.setHttpClientResponseHandlers(List.of());
        SlackHttpClient client = new SlackHttpClient(http);
        client.setConfig(config);
        return Slack.getInstance(config, client);
    }

    /// Slack's own answer, whether it says ok or not.
    ///
    /// @param sentAt by Slack's own clock, cut to seconds; absent when the answer does not say
    record Answer(String method, JsonNode body, Set<String> scopes, Optional<Instant> sentAt) {
        boolean ok() {
            return body.path("ok").asBoolean();
        }

        boolean is(String code) {
            return !ok() && body.path("error").asText("").equals(code);
        }

        JsonNode orThrow() {
            if (!ok()) {
                throw SlackErrors.refused(method, body);
            }
            return body;
        }
    }

    JsonNode call(String method, Map<String, String> arguments) {
        return attempt(method, arguments).orThrow();
    }

    /// As [#call], but a refusal is returned; trouble on the way is still thrown.
    Answer attempt(String method, Map<String, String> arguments) {
        return attempt(method, arguments, settings.botToken());
    }

    /// As [#attempt], with another token than the bot's.
    Answer attempt(String method, Map<String, String> arguments, Secret token) {
        return Spans.within(
                "Slack " + method, Span.Kind.CLIENT, _ -> asked(method, arguments, token));
    }

    private Answer asked(String method, Map<String, String> arguments, Secret token) {
        FormBody.Builder form = new FormBody.Builder();
        arguments.forEach(form::add);
        Instant began = clock.instant();
        arrows.before(method);
        try (Response response = methods.runPostFormWithToken(form, method, token.reveal())) {
            arrows.after(method);
            Optional<Instant> sentAt = Optional.ofNullable(response.headers().getInstant("Date"));
            Answer answer =
                    new Answer(
                            method,
                            Reading.json(method, response),
                            Reading.scopes(response),
                            sentAt);
            String outcome = answer.ok() ? "ok" : answer.body().path("error").asText("none");
            tell(method, outcome, began);
            return answer;
        } catch (IOException e) {
            throw broken(method, e, began);
        } catch (HttpTrouble e) {
            tell(method, e.outcome(), began);
            throw e.asFailure();
        }
    }

    /// Posts JSON to a response URL, whose answer says nothing.
    void post(String url, JsonNode body) {
        send("response_url", url, RequestBody.create(body.toString(), JSON_TYPE));
    }

    /// Posts a file's bytes to the address that Slack gave for it, which is its own credential.
    void upload(String url, byte[] data) {
        send("upload_url", url, RequestBody.create(data, null));
    }

    private void send(String method, String url, RequestBody body) {
        Spans.within(
                "Slack " + method,
                Span.Kind.CLIENT,
                span -> {
                    sent(method, url, body);
                    return span;
                });
    }

    private void sent(String method, String url, RequestBody body) {
        Request request = new Request.Builder().url(url).post(body).build();
        Instant began = clock.instant();
        arrows.before(method);
        try (Response response = http.newCall(request).execute()) {
            arrows.after(method);
            if (response.code() == 404 || response.code() == 410) {
                throw HttpTrouble.of(
                        response, Kind.NOT_USABLE, method, "used up, or older than 30 minutes");
            }
            Reading.check(method, response);
            tell(method, "ok", began);
        } catch (IOException e) {
            throw broken(method, e, began);
        } catch (HttpTrouble e) {
            tell(method, e.outcome(), began);
            throw e.asFailure();
        }
    }

    /// Not sent at all, or sent without an answer: the second may have had its effect.
    private IntegrationException broken(String method, IOException e, Instant began) {
        boolean unsent =
                e instanceof ConnectException
                        || e instanceof UnknownHostException
                        || e instanceof NoRouteToHostException
                        || e instanceof SSLHandshakeException
                        || String.valueOf(e.getMessage()).contains("onnect timed out")
                        || String.valueOf(e.getMessage()).startsWith("failed to connect");
        tell(method, unsent ? "unreachable" : "timeout", began);
        String host = settings.apiUrl().getHost();
        return unsent
                ? SlackErrors.failed(Kind.UNAVAILABLE, method, "cannot reach " + host, e)
                : SlackErrors.failed(Kind.TIMEOUT, method, "no answer from " + host, e);
    }

    private void tell(String method, String outcome, Instant began) {
        Trace.span().set("frops.outcome", outcome);
        observer.called(method, outcome, Duration.between(began, clock.instant()));
    }
}

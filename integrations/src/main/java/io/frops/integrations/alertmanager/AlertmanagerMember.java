package io.frops.integrations.alertmanager;

import io.frops.core.alert.ActiveSilence;
import io.frops.core.alert.Alert;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.integrations.http.HttpApi;
import io.frops.integrations.http.HttpCall;
import io.frops.integrations.http.HttpCall.Parameter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One Alertmanager's API, version 2. Every call throws [IntegrationException] when it has no
/// answer.
final class AlertmanagerMember {
    /// 10,000 alerts with long annotations are about 12 MB.
    private static final long LIST_CAP = 64L << 20;

    private static final List<String> ALERTS = List.of("api", "v2", "alerts");
    private static final String[] STATUS = {"api", "v2", "status"};
    private static final String[] GROUPS = {"api", "v2", "alerts", "groups"};
    private static final String[] SILENCES = {"api", "v2", "silences"};

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final HttpApi api;

    AlertmanagerMember(HttpApi api) {
        this.api = api;
    }

    /// Host and port.
    String name() {
        return api.name();
    }

    /// When it says that it started.
    Instant startedAt(Duration timeout) {
        HttpCall call = HttpCall.get(timeout, STATUS).withCap(LIST_CAP);
        return ask(call, ApiBodies::startedAt);
    }

    /// Its version and configuration.
    AlertmanagerInspection.Status status(Duration timeout) {
        return ask(HttpCall.get(timeout, STATUS).withCap(LIST_CAP), ApiBodies::status);
    }

    /// Takes alerts as Prometheus posts them.
    void postAlerts(String json, Duration timeout) {
        HttpCall post = HttpCall.post(timeout, json, ALERTS.toArray(String[]::new));
        boolean _ =
                api.call(
                        post,
                        answer -> {
                            if (!answer.ok()) {
                                throw api.refusal(answer.status(), ApiBodies.error(answer.body()));
                            }
                            return true;
                        });
    }

    /// Every alert that fires there, silenced and inhibited ones too.
    List<ApiBodies.Listed> alerts(Duration timeout) {
        HttpCall call = HttpCall.get(timeout, ALERTS.toArray(String[]::new)).withCap(LIST_CAP);
        return ask(call, ApiBodies::alerts);
    }

    /// Group labels of one receiver's groups, by the fingerprint of each alert in them.
    Map<String, List<Map<String, String>>> groups(String receiver, Duration timeout) {
        HttpCall call =
                HttpCall.get(timeout, GROUPS)
                        .with(new Parameter("receiver", exactly(receiver)))
                        .withCap(LIST_CAP);
        return ask(call, body -> ApiBodies.groups(body, receiver));
    }

    String silence(SilenceRequest request, Duration timeout) {
        return ask(HttpCall.post(timeout, SilenceBody.of(request), SILENCES), ApiBodies::silenceId);
    }

    List<ActiveSilence> silences(Duration timeout) {
        return ask(HttpCall.get(timeout, SILENCES).withCap(LIST_CAP), ApiBodies::silences);
    }

    /// Ends a silence.
    ///
    /// @return false when this member knows no such silence
    boolean endSilence(String id, Duration timeout) {
        if (!ID.matcher(id).matches()) {
            // No silence has such an id, and Alertmanager 0.25 would resolve dots in it as a path.
            return false;
        }
        HttpCall delete = HttpCall.delete(timeout, "api", "v2", "silence", id);
        return api.call(
                delete,
                answer -> {
                    if (answer.ok()) {
                        return true;
                    }
                    String said = ApiBodies.error(answer.body());
                    // An unknown id is 404; 0.25 answers 500 and says so.
                    if (answer.status() == 404
                            || (answer.status() == 500 && said.contains("not found"))) {
                        return false;
                    }
                    throw api.refusal(answer.status(), said);
                });
    }

    List<Alert> matching(List<LabelMatcher> matchers, Duration timeout) {
        // Compared here and not in a filter parameter: no value can then change what is asked.
        return alerts(timeout).stream()
                .filter(ApiBodies.Listed::active)
                .map(ApiBodies.Listed::alert)
                .filter(alert -> matchers.stream().allMatch(m -> m.matches(alert.labels())))
                .toList();
    }

    /// Reads one whole body.
    private interface BodyReader<T> {
        T read(JsonBody body) throws IOException;
    }

    private <T> T ask(HttpCall call, BodyReader<T> reader) {
        return api.call(
                call,
                answer -> {
                    if (!answer.ok()) {
                        throw api.refusal(answer.status(), ApiBodies.error(answer.body()));
                    }
                    try (JsonBody body = new JsonBody(answer.body())) {
                        body.start();
                        return reader.read(body);
                    } catch (com.fasterxml.jackson.core.JsonProcessingException | BadBody e) {
                        throw unreadable(e);
                    }
                });
    }

    private IntegrationException unreadable(IOException e) {
        return new IntegrationException(
                AlertmanagerSource.SYSTEM,
                Kind.NOT_USABLE,
                "what answers at " + name() + " is not an Alertmanager with API version 2",
                e);
    }

    /// A regular expression (the parameter is one, anchored by Alertmanager) that only this name
    /// fits.
    static String exactly(String name) {
        StringBuilder pattern = new StringBuilder();
        name.codePoints()
                .forEach(c -> {
                    if (c < 0x80 && !Character.isLetterOrDigit(c)) {
                        pattern.append('\\');
                    }
                    pattern.appendCodePoint(c);
                });
        return pattern.toString();
    }
}

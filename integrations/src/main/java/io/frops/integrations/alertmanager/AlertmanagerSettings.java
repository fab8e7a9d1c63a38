package io.frops.integrations.alertmanager;

import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.SourceName;
import io.frops.core.settings.Default;
import io.frops.core.settings.Secret;
import io.frops.integrations.http.Credential;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One Alertmanager, or several of one cluster: they are one source.
///
/// @param name tells sources apart; part of every group's identity, so never change it
/// @param token what the webhook must bring as `Authorization: Bearer ...`
/// @param basic what the webhook must bring instead of a token
/// @param members the API addresses of all members; none means that nothing is ever reconciled
/// @param apiToken what the API asks for as `Authorization: Bearer ...`, when it does
/// @param apiLogin what the API asks for instead of a token
/// @param receiver the name of our receiver in Alertmanager's configuration
/// @param heartbeat the alert that always fires, so that silence can be told from health
public record AlertmanagerSettings(
        @Default("main") SourceName name,
        Optional<Secret> token,
        Optional<Login> basic,
        List<URI> members,
        Optional<Secret> apiToken,
        Optional<Login> apiLogin,
        @Default("frops") String receiver,
        Optional<Heartbeat> heartbeat) {
    public AlertmanagerSettings {
        members = List.copyOf(members);
        if (token.isEmpty() == basic.isEmpty()) {
            throw new IllegalArgumentException(
                    "the webhook needs either a token or a basic login. Write token: ${FROPS_WEBHOOK_TOKEN},"
                            + " and the same in Alertmanager's http_config.authorization");
        }
        if (apiToken.isPresent() && apiLogin.isPresent()) {
            throw new IllegalArgumentException(
                    "apiToken and apiLogin: the API takes one of the two. Remove the other");
        }
    }

    /// How we say who we are to the API.
    public Credential credential() {
        return apiToken.<Credential>map(Credential.Bearer::new)
                .or(() -> apiLogin.map(l -> new Credential.Basic(l.user(), l.password())))
                .orElseGet(Credential.None::new);
    }

    /// The rules of its heartbeat as the domain knows them.
    public Optional<io.frops.core.intake.Heartbeat> heartbeatRules() {
        return heartbeat.map(
                beat -> new io.frops.core.intake.Heartbeat(name, beat.labels(), beat.within()));
    }

    /// For HTTP basic authentication.
    public record Login(String user, Secret password) {}

    /// An alert that Prometheus fires without end.
    ///
    /// @param matchers the labels it is known by
    /// @param within it is missing when it was not heard of for so long and the API does not answer
    public record Heartbeat(Map<String, String> matchers, @Default("5m") Duration within) {
        public Heartbeat {
            matchers = Map.copyOf(matchers);
            if (matchers.isEmpty()) {
                throw new IllegalArgumentException(
                        "matchers: would match every alert. Write for example {alertname: Watchdog}");
            }
        }

        private List<LabelMatcher> labels() {
            return matchers.entrySet().stream()
                    .map(label -> new LabelMatcher(label.getKey(), label.getValue()))
                    .toList();
        }
    }
}

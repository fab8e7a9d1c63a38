package io.frops.app.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.app.settings.Settings;
import io.frops.config.YamlView;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.alertmanager.AlertmanagerInspection;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import io.frops.integrations.http.Credential;
import io.frops.integrations.http.HttpApi;
import io.frops.integrations.http.HttpCall;
import io.frops.integrations.http.SharedClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// The way that the marked alert takes to the bot.
sealed interface TestRoad {
    /// For people, for example `Alertmanager 127.0.0.1:9093`.
    String name();

    /// How long the road itself may hold the alert back.
    Duration delay();

    /// @throws IntegrationException when it was not taken
    void send(TestAlert alert, boolean firing, Instant now);

    /// How the bot hears of the end.
    String end();

    /// As Prometheus would: to the first member.
    record ThroughAlertmanager(AlertmanagerInspection member) implements TestRoad {
        private static final Duration ENDS_BY_ITSELF = Duration.ofMinutes(5);

        ThroughAlertmanager(AlertmanagerSettings settings, SharedClient http) {
            this(new AlertmanagerInspection(settings, http, settings.members().getFirst()));
        }

        @Override
        public String name() {
            return "Alertmanager " + member.name();
        }

        @Override
        public Duration delay() {
            return YamlView.of(member.status().config())
                    .map(config -> GroupWait.longest(config.at("route")))
                    .orElse(GroupWait.DEFAULT);
        }

        @Override
        public void send(TestAlert alert, boolean firing, Instant now) {
            Instant end = firing ? now.plus(ENDS_BY_ITSELF) : now;
            member.post(alert.labels(), alert.annotations(), alert.startsAt(), end);
        }

        @Override
        public String end() {
            return "Alertmanager tells the bot within its group_interval, and the card turns mitigated";
        }
    }

    /// As Alertmanager would: to the bot's own webhook, where no Alertmanager is configured.
    record ToTheBot(HttpApi bot) implements TestRoad {
        private static final Duration PATIENCE = Duration.ofSeconds(10);
        private static final ObjectMapper JSON = new ObjectMapper();

        ToTheBot(Settings settings, SharedClient http) {
            this(
                    new HttpApi(
                            "The bot",
                            http,
                            URI.create(PublicUrl.fromHere(settings.server())),
                            settings.alertmanagers().stream()
                                    .findFirst()
                                    .map(ToTheBot::credential)
                                    .orElseGet(Credential.None::new)));
        }

        private static Credential credential(AlertmanagerSettings source) {
            return source.token()
                    .<Credential>map(Credential.Bearer::new)
                    .or(() -> source.basic().map(l -> new Credential.Basic(l.user(), l.password())))
                    .orElseGet(Credential.None::new);
        }

        @Override
        public String name() {
            return "the bot's webhook at " + bot.name();
        }

        @Override
        public Duration delay() {
            return Duration.ZERO;
        }

        @Override
        public void send(TestAlert alert, boolean firing, Instant now) {
            String body = body(alert, firing, now);
            boolean _ =
                    bot.call(
                            HttpCall.post(PATIENCE, body, "webhooks", "alertmanager"),
                            answer -> {
                                if (!answer.ok()) {
                                    throw bot.refusal(answer.status(), "");
                                }
                                return true;
                            });
        }

        private static String body(TestAlert alert, boolean firing, Instant now) {
            String status = firing ? "firing" : "resolved";
            ObjectNode body = JSON.createObjectNode();
            body.put("version", "4").put("status", status).put("receiver", "frops");
            body.put("groupKey", "{}:{frops_test=\"" + alert.id() + "\"}");
            body.put("externalURL", "").put("truncatedAlerts", 0);
            put(body.putObject("groupLabels"), Map.of("frops_test", alert.id()));
            put(body.putObject("commonLabels"), alert.labels());
            put(body.putObject("commonAnnotations"), alert.annotations());
            ObjectNode one = body.putArray("alerts").addObject();
            one.put("status", status).put("startsAt", alert.startsAt().toString());
            one.put("endsAt", firing ? "0001-01-01T00:00:00Z" : now.toString());
            one.put("generatorURL", "").put("fingerprint", alert.id());
            put(one.putObject("labels"), alert.labels());
            put(one.putObject("annotations"), alert.annotations());
            return body.toString();
        }

        private static void put(ObjectNode node, Map<String, String> texts) {
            texts.forEach(node::put);
        }

        @Override
        public String end() {
            return "the card turns mitigated";
        }
    }
}

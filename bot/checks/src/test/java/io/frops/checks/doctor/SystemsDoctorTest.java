package io.frops.checks.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.app.cli.Exit;
import io.frops.checks.world.PushedClock;
import io.frops.core.settings.Secret;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import io.frops.sandbox.kubernetes.KubernetesSimulator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be wrong beside Slack, one thing at a time.
class SystemsDoctorTest {
    private static final String NOBODY = "http://127.0.0.1:1";

    @TempDir Path folder;

    @Test
    void an_alertmanager_that_is_not_reached() {
        try (Practice practice = new Practice(folder).member(NOBODY)) {
            practice.visit("--json")
                    .failsOnlyBy(
                            "Alertmanager 127.0.0.1:1: ",
                            "refuses connections",
                            "-> Start it",
                            "alertmanagers.members");
        }
    }

    @Test
    void an_alertmanager_without_our_receiver() {
        try (Practice practice = new Practice(folder).receiver("frops-prod")) {
            practice.visit("--json")
                    .failsOnlyBy(
                            "foreign receiver: it has none named \"frops-prod\", only frops",
                            "-> Add the receiver");
        }
    }

    @Test
    void a_receiver_of_our_name_that_posts_elsewhere() {
        receiver("url: http://pager.example.org/hook")
                .failsOnlyBy("has no webhook to the bot", "/webhooks/alertmanager");
    }

    @Test
    void a_payload_that_the_bot_would_refuse() {
        receiver(
                        "{url: 'http://frops:8080/webhooks/alertmanager', payload: {text: hello},"
                                + " http_config: {authorization: {credentials: <secret>}}}")
                .failsOnlyBy("option payload", "-> Take payload out");
    }

    @Test
    void ends_that_are_not_sent_are_a_warning() {
        receiver(
                        "{url: 'http://frops:8080/webhooks/alertmanager', send_resolved: false,"
                                + " http_config: {authorization: {credentials: <secret>}}}")
                .warnsOnlyBy("send_resolved: false", "-> Write send_resolved: true");
    }

    @Test
    void a_webhook_without_a_credential_is_a_warning() {
        receiver("url: 'http://frops:8080/webhooks/alertmanager'")
                .warnsOnlyBy("brings no credential", "401", "-> Set http_config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://frops:8080/webhooks/alertmanager", "<secret>"}) // 0.25 and 0.26 on
    void a_receiver_that_posts_to_the_bot_is_well(String url) {
        Visit visit =
                receiver(
                        "{url: '%s', http_config: {authorization: {credentials: <secret>}}}"
                                .formatted(url));
        assertThat(visit.rows("ok")).anyMatch(row -> row.contains("posts to the bot"));
        assertThat(visit.exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void a_receiver_that_no_route_leads_to_is_a_warning() {
        String config =
                """
                route: {receiver: mail, routes: [{receiver: pager}]}
                receivers:
                - {name: mail}
                - name: frops
                  webhook_configs:
                  - {url: <secret>, http_config: {basic_auth: {username: frops}}}
                """;
        try (AlertmanagerStub stub = new AlertmanagerStub(config);
                Practice practice = new Practice(folder).member(stub.address())) {
            practice.visit("--json").warnsOnlyBy("no route leads to its receiver \"frops\"");
        }
    }

    private Visit receiver(String webhook) {
        try (AlertmanagerStub stub = AlertmanagerStub.withWebhook("frops", webhook);
                Practice practice = new Practice(folder).member(stub.address())) {
            return practice.visit("--json");
        }
    }

    @Test
    void a_collector_that_is_away_is_a_warning() {
        try (Practice practice =
                new Practice(folder).more("tracing: {endpoint: \"" + NOBODY + "\"}")) {
            practice.visit("--json")
                    .warnsOnlyBy(
                            "takes no traces: it cannot be reached", "-> Correct tracing.endpoint");
        }
    }

    @Test
    void a_mongodb_that_is_down() {
        try (Practice practice =
                new Practice(folder)
                        .state("{store: mongodb, uri: \"mongodb://ana:hush@127.0.0.1:1/frops\"}")) {
            Visit visit = practice.visit("--json");
            visit.failsOnlyBy("State: MongoDB ", "-> Start it", "FROPS_MONGODB_URI");
            assertThat(visit.out()).doesNotContain("hush");
        }
    }

    @Test
    void a_mongodb_whose_clock_differs_by_more_than_two_seconds() {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("state.mv.db"));
                Practice practice =
                        new Practice(folder)
                                .state("{store: mongodb, uri: \"" + server.uri() + "\"}")) {
            assertThat(practice.visit("--json").rows("ok"))
                    .contains("State clock: this machine's clock agrees with MongoDB's -> ");
            practice.clock().push(Duration.ofSeconds(10));
            practice.visit("--json").failsOnlyBy("State clock: ", "10.", "ahead of MongoDB's");
        }
    }

    @Test
    void a_kubernetes_that_is_not_reached() {
        try (Practice practice =
                new Practice(folder)
                        .more(
                                "kubernetes: {enabled: true, server: \"https://127.0.0.1:1\", token: t}")) {
            practice.visit("--json")
                    .failsOnlyBy("Kubernetes: ", "nothing listens", "-> Correct kubernetes");
        }
    }

    @Test
    void a_right_that_is_missing_in_kubernetes_is_named() {
        try (KubernetesSimulator kubernetes =
                        KubernetesSimulator.start(
                                new PushedClock(), Secret.parse("kube"), "platform");
                Practice practice = new Practice(folder)) {
            kubernetes.deploy("backend", 1);
            practice.more(
                    """
                    kubernetes: {enabled: true, server: "%s", token: kube, namespace: platform}
                    services: [{name: backend, workloads: {kubernetes: [{deployment: backend}]}}]
                    """
                            .formatted(kubernetes.address()));
            assertThat(practice.visit("--json").rows("ok"))
                    .contains("Kubernetes backend: its deployments and pods can be read -> ");
            kubernetes.faults().deny("list", "pods");
            practice.visit("--json")
                    .failsOnlyBy(
                            "Kubernetes backend: ",
                            "may not list pods in namespace platform",
                            "-> Grant the bot's service account");
        }
    }

    @Test
    void a_health_address_that_is_not_reached_is_a_warning() {
        try (Practice practice =
                new Practice(folder)
                        .more("services: [{name: backend, health: [\"" + NOBODY + "/health\"]}]")) {
            practice.visit("--json").warnsOnlyBy("Service backend: ", "-> If the service is well");
        }
    }

    @Test
    void the_table_names_each_system_its_verdict_and_the_remedy() {
        try (Practice practice = new Practice(folder).member(NOBODY)) {
            Visit visit = practice.visit();
            assertThat(visit.out())
                    .containsSubsequence(
                            "VERDICT", "SYSTEM", "ok", "Slack", "fails", "Alertmanager")
                    .containsSubsequence("-> Start it", "1 failure, 1 warning.");
            assertThat(visit.out().lines()).allMatch(line -> line.length() <= 120);
            assertThat(visit.err()).isEmpty();
        }
    }

    @Test
    void mistakes_in_the_settings_are_all_printed_and_nothing_is_tried() {
        try (Practice practice = new Practice(folder).admins("[]").state("{store: paper}")) {
            Visit visit = practice.visit();
            assertThat(visit.exit()).isEqualTo(Exit.BAD_CONFIGURATION);
            assertThat(visit.err()).contains("admins", "store");
            assertThat(visit.out()).isEmpty();
            assertThat(practice.slack().faults().calls("auth.test")).isZero();
        }
    }
}

package io.frops.sandbox.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.core.settings.Secret;
import io.frops.core.testing.ManualClock;
import io.frops.sandbox.platform.AlertSink;
import io.frops.sandbox.platform.SamplePlatform;
import io.frops.sandbox.platform.SampleService.PodFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Refusals and messages as a Kubernetes 1.35 API server was seen to give them.
class KubernetesSimulatorTest {
    private static final String PODS = "/api/v1/namespaces/platform/pods";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/platform/deployments";
    private static final String USER = "User \"system:serviceaccount:frops:frops\"";

    private final KubernetesSimulator simulator =
            KubernetesSimulator.start(new ManualClock(), Secret.parse("right"), "platform");
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void deploy() {
        simulator.deploy("backend", 3);
        simulator.deploy("frontend", 2);
    }

    @AfterEach
    void stop() {
        simulator.close();
        http.close();
    }

    @ParameterizedTest
    @CsvSource({"wrong", "''"})
    void a_wrong_or_missing_token_is_unauthorized(String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(PODS));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        JsonNode status = json(http.send(request.build(), BodyHandlers.ofString()), 401);
        assertThat(status.get("kind").asText()).isEqualTo("Status");
        assertThat(status.get("reason").asText()).isEqualTo("Unauthorized");
        assertThat(status.get("code").asInt()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET | /api/v1/namespaces/kube-system/pods | pods is forbidden: USER cannot list resource "pods" in API group "" in the namespace "kube-system"
                    GET | /api/v1/pods | pods is forbidden: USER cannot list resource "pods" in API group "" at the cluster scope
                    GET | /apis/apps/v1/namespaces/other/deployments/x | deployments.apps "x" is forbidden: USER cannot get resource "deployments" in API group "apps" in the namespace "other"
                    GET | /api/v1/namespaces/platform/secrets | secrets is forbidden: USER cannot list resource "secrets" in API group "" in the namespace "platform"
                    GET | /api/v1/namespaces/platform/pods/x/log | pods "x" is forbidden: USER cannot get resource "pods/log" in API group "" in the namespace "platform"
                    GET | /api/v1/namespaces/platform/pods?watch=true | pods is forbidden: USER cannot watch resource "pods" in API group "" in the namespace "platform"
                    POST | /apis/apps/v1/namespaces/platform/deployments | deployments.apps is forbidden: USER cannot create resource "deployments" in API group "apps" in the namespace "platform"
                    PUT | /apis/apps/v1/namespaces/platform/deployments/backend | deployments.apps "backend" is forbidden: USER cannot update resource "deployments" in API group "apps" in the namespace "platform"
                    PATCH | /apis/apps/v1/namespaces/platform/deployments/backend/scale | deployments.apps "backend" is forbidden: USER cannot patch resource "deployments/scale" in API group "apps" in the namespace "platform"
                    DELETE | /api/v1/namespaces/platform/pods/x | pods "x" is forbidden: USER cannot delete resource "pods" in API group "" in the namespace "platform"
                    DELETE | /api/v1/namespaces/platform/pods | pods is forbidden: USER cannot deletecollection resource "pods" in API group "" in the namespace "platform"
                    POST | /foo | forbidden: USER cannot post path "/foo"
                    """)
    void what_the_user_may_not_do_is_forbidden_in_the_real_words(
            String method, String path, String message) throws Exception {
        JsonNode status = call(method, path, "{}", 403);
        assertThat(status.get("message").asText()).isEqualTo(message.replace("USER", USER));
        assertThat(status.get("reason").asText()).isEqualTo("Forbidden");
    }

    @Test
    void an_unknown_path_is_not_found() throws Exception {
        assertThat(send("GET", "/foo", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/apis/nope/v1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void an_unknown_name_is_not_found_in_the_real_words() throws Exception {
        JsonNode status = call("GET", DEPLOYMENTS + "/nope", "", 404);
        assertThat(status.get("message").asText()).isEqualTo("deployments.apps \"nope\" not found");
        assertThat(status.at("/details/name").asText()).isEqualTo("nope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    app=backend | 3
                    app==backend | 3
                    app!=backend | 2
                    app in (backend, frontend) | 5
                    app notin (backend) | 2
                    app,app=frontend | 2
                    !app | 0
                    app=nope | 0
                    """)
    void labels_select(String selector, int pods) throws Exception {
        assertThat(call("GET", PODS + "?labelSelector=" + encoded(selector), "", 200).get("items"))
                .hasSize(pods);
    }

    @Test
    void fields_select_by_name_and_phase() throws Exception {
        String name = call("GET", PODS, "", 200).at("/items/0/metadata/name").asText();
        assertThat(
                        call(
                                        "GET",
                                        PODS + "?fieldSelector=" + encoded("metadata.name=" + name),
                                        "",
                                        200)
                                .get("items"))
                .hasSize(1);
        assertThat(
                        call(
                                        "GET",
                                        PODS + "?fieldSelector=" + encoded("status.phase!=Running"),
                                        "",
                                        200)
                                .get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fieldSelector=spec.foo%3Dx | field label not supported: spec.foo
                    limit=abc | strconv.ParseInt: parsing "abc": invalid syntax
                    continue=zzz | invalid continue token: continue key is not valid
                    labelSelector=%3D%3Dx | found '==x', expected: !, identifier, or 'end of string'
                    """)
    void what_cannot_be_read_is_a_bad_request(String query, String message) throws Exception {
        JsonNode status = call("GET", PODS + "?" + query, "", 400);
        assertThat(status.get("message").asText()).isEqualTo(message);
        assertThat(status.get("reason").asText()).isEqualTo("BadRequest");
    }

    @Test
    void pages_go_on_until_all_was_given() throws Exception {
        JsonNode first = call("GET", PODS + "?limit=2", "", 200);
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.at("/metadata/remainingItemCount").asInt()).isEqualTo(3);
        String next = first.at("/metadata/continue").asText();
        JsonNode rest = call("GET", PODS + "?limit=9&continue=" + next, "", 200);
        assertThat(rest.get("items")).hasSize(3);
        assertThat(rest.at("/metadata/continue").isMissingNode()).isTrue();
    }

    @Test
    void what_one_may_do_can_be_asked() throws Exception {
        assertThat(may("list", "pods", "platform")).isTrue();
        assertThat(may("delete", "pods", "platform")).isFalse();
        assertThat(may("list", "pods", "default")).isFalse();
        simulator.faults().deny("list", "pods");
        assertThat(may("list", "pods", "platform")).isFalse();
    }

    private boolean may(String verb, String resource, String namespace) throws Exception {
        String body =
                "{\"spec\":{\"resourceAttributes\":{\"verb\":\"%s\",\"resource\":\"%s\",\"namespace\":\"%s\"}}}"
                        .formatted(verb, resource, namespace);
        return call("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", body, 201)
                .at("/status/allowed")
                .asBoolean();
    }

    @Test
    void the_deployments_selector_and_owner_lead_to_its_pods() throws Exception {
        JsonNode deployment = call("GET", DEPLOYMENTS + "/backend", "", 200);
        assertThat(deployment.at("/spec/selector/matchLabels/app").asText()).isEqualTo("backend");
        assertThat(deployment.at("/status/readyReplicas").asInt()).isEqualTo(3);
        simulator.fail("backend", PodFailure.CRASH);
        JsonNode broken = call("GET", DEPLOYMENTS + "/backend", "", 200);
        assertThat(broken.at("/status/readyReplicas").isMissingNode()).isTrue();
        assertThat(broken.at("/status/unavailableReplicas").asInt()).isEqualTo(3);
    }

    @Test
    void a_foreign_host_name_is_turned_away() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), simulator.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /version HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void a_body_of_another_type_is_refused() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                uri("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"))
                        .header("Authorization", "Bearer right")
                        .header("Content-Type", "application/vnd.kubernetes.protobuf")
                        .POST(BodyPublishers.ofString("x"))
                        .build();
        assertThat(json(http.send(request, BodyHandlers.ofString()), 415).get("reason").asText())
                .isEqualTo("UnsupportedMediaType");
    }

    @Test
    void its_pods_follow_the_sample_platform() throws Exception {
        try (SamplePlatform platform =
                SamplePlatform.start(new ManualClock(), new NoAlerts(), 0, Optional.empty())) {
            platform.breakService("mongodb");
            simulator.follow(platform);
            assertThat(waiting("mongodb")).isEqualTo("CrashLoopBackOff");
            assertThat(waiting("rag-engine")).isEmpty();
            platform.mend("mongodb");
            platform.breakService("rag-engine");
            assertThat(waiting("mongodb")).isEmpty();
            assertThat(waiting("rag-engine")).isEqualTo("CrashLoopBackOff");
        }
    }

    private String waiting(String app) throws Exception {
        return call("GET", PODS + "?labelSelector=app%3D" + app, "", 200)
                .at("/items/0/status/containerStatuses/0/state/waiting/reason")
                .asText("");
    }

    private static final class NoAlerts implements AlertSink {
        @Override
        public void fire(
                Map<String, String> labels,
                Map<String, String> annotations,
                URI generatorUrl,
                Instant since) {}

        @Override
        public void resolve(Map<String, String> labels) {}
    }

    @Test
    void only_json_is_spoken() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(PODS))
                        .header("Authorization", "Bearer right")
                        .header("Accept", "text/csv")
                        .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(406);
    }

    private JsonNode call(String method, String path, String body, int expected) throws Exception {
        return json(send(method, path, body), expected);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer right")
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer, int expected) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return new ObjectMapper().readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create(simulator.address() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

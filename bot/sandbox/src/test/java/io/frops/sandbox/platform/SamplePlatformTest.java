package io.frops.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.platform.Service;
import io.frops.core.testing.ManualClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePlatformTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir Path folder;
    private final ManualClock now = new ManualClock(START);
    private final HeardAlerts alerts = new HeardAlerts();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<SamplePlatform> started = new ArrayList<>();
    private final SamplePlatform platform = start(Optional.empty());

    private SamplePlatform start(Optional<Path> remembered) {
        SamplePlatform made = SamplePlatform.start(now, alerts, 0, remembered);
        started.add(made);
        return made;
    }

    @AfterEach
    void stop() {
        started.forEach(SamplePlatform::close);
        http.close();
    }

    static Stream<String> names() {
        return GuideServices.all().stream().map(SampleService::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void health_turns_with_break_and_mend(String name) throws Exception {
        assertThat(get("/services/" + name + "/health").statusCode()).isEqualTo(200);
        platform.breakService(name);
        assertThat(get("/services/" + name + "/health").statusCode()).isEqualTo(503);
        platform.mend(name);
        assertThat(get("/services/" + name + "/health").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_link_of_an_alert_opens_a_page_without_script(String name) throws Exception {
        platform.breakService(name);
        Heard alert = alerts.firing.values().iterator().next();
        for (String link :
                List.of(
                        String.valueOf(alert.annotations.get("runbook_url")),
                        String.valueOf(alert.annotations.get("dashboard_url")),
                        alert.graph.toString())) {
            HttpResponse<String> page = get(URI.create(link));
            assertThat(page.statusCode()).as(link).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body()).doesNotContain("<script");
            assertThat(page.body()).contains(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "frontend, SlowResponses, warning,",
        "backend, HighErrorRate, critical,",
        "face-recognition, ServiceDown, critical,",
        "rag-engine, SlowResponses, warning,",
        "mongodb, ServiceDown, critical, 1"
    })
    void breaking_a_service_fires_the_guides_alert_once(
            String name, String alertname, String severity, String sev) {
        platform.breakService(name);
        platform.breakService(name);
        assertThat(alerts.calls).hasSize(1);
        Map<String, String> labels = alerts.firing.keySet().iterator().next();
        assertThat(labels)
                .containsEntry("service", name)
                .containsEntry("alertname", alertname)
                .containsEntry("severity", severity)
                .containsKeys("job", "cluster", "instance");
        assertThat(labels.get("sev")).isEqualTo(sev);
        assertThat(alerts.firing.values().iterator().next().annotations)
                .containsOnlyKeys("summary", "description", "runbook_url", "dashboard_url");
    }

    @Test
    void mending_resolves_the_same_alert() {
        platform.breakService("backend");
        platform.mend("backend");
        platform.mend("backend");
        assertThat(alerts.firing).isEmpty();
        assertThat(alerts.calls).hasSize(2);
    }

    @Test
    void an_unknown_service_is_refused_with_the_names_there_are() {
        assertThatThrownBy(() -> platform.breakService("backnd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("backnd")
                .hasMessageContaining("backend");
    }

    @Test
    void what_is_broken_is_remembered_with_its_time_over_a_restart() {
        Path file = folder.resolve("platform.json");
        start(Optional.of(file)).breakService("mongodb");
        alerts.firing.clear();
        now.set(START.plusSeconds(60));
        SamplePlatform again = start(Optional.of(file));
        assertThat(again.isBroken("mongodb")).isTrue();
        assertThat(again.isBroken("backend")).isFalse();
        assertThat(alerts.firing.values()).extracting(Heard::since).containsExactly(START);
    }

    @Test
    void a_late_listener_hears_what_is_broken_already() {
        platform.breakService("backend");
        List<String> heard = new ArrayList<>();
        platform.addListener(
                new PlatformListener() {
                    @Override
                    public void broken(SampleService service) {
                        heard.add("broken " + service.name());
                    }

                    @Override
                    public void mended(SampleService service) {
                        heard.add("mended " + service.name());
                    }
                });
        platform.mend("backend");
        assertThat(heard).containsExactly("broken backend", "mended backend");
    }

    @Test
    void counters_only_grow_and_errors_come_with_breaking() throws Exception {
        now.set(START.plusSeconds(100));
        String well = get("/services/backend/metrics").body();
        assertThat(well).contains("service_up{service=\"backend\"} 1");
        platform.breakService("backend");
        now.set(START.plusSeconds(200));
        String broken = get("/services/backend/metrics").body();
        platform.mend("backend");
        now.set(START.plusSeconds(201));
        String mended = get("/services/backend/metrics").body();
        assertThat(broken).contains("service_up{service=\"backend\"} 0");
        assertThat(errors(well)).isLessThan(10);
        assertThat(errors(broken)).isGreaterThan(500);
        assertThat(errors(mended)).isGreaterThanOrEqualTo(errors(broken));
    }

    private static long errors(String metrics) {
        var found = Pattern.compile("status=\"500\"\\} (\\d+)").matcher(metrics);
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void text_in_a_link_is_shown_and_never_run() throws Exception {
        String expr = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%7Bservice%3D%22backend%22%7D";
        HttpResponse<String> page = get("/graph?g0.expr=" + expr);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource({"/nope", "/runbooks/nope", "/runbooks/backend/more", "/services/backend", "/graph"})
    void what_does_not_exist_is_a_404_that_names_the_services(String path) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("face-recognition");
    }

    @Test
    void nothing_can_be_posted() throws Exception {
        HttpRequest post =
                HttpRequest.newBuilder(URI.create(platform.address() + "/services/backend/health"))
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build();
        HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void the_configured_services_name_their_probes_and_deployments() throws Exception {
        List<Service> services = platform.configured("platform");
        assertThat(services).hasSize(5);
        for (Service s : services) {
            assertThat(get(s.probes().getFirst()).statusCode()).isEqualTo(200);
            assertThat(s.deployments())
                    .containsExactly(new Service.Deployment("platform", s.name().value()));
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(URI.create(platform.address() + path));
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private record Heard(Map<String, String> annotations, URI graph, Instant since) {}

    private static final class HeardAlerts implements AlertSink {
        final Map<Map<String, String>, Heard> firing = new HashMap<>();
        final List<String> calls = new ArrayList<>();

        @Override
        public void fire(
                Map<String, String> labels,
                Map<String, String> annotations,
                URI generatorUrl,
                Instant since) {
            calls.add("fire");
            firing.put(labels, new Heard(annotations, generatorUrl, since));
        }

        @Override
        public void resolve(Map<String, String> labels) {
            calls.add("resolve");
            firing.remove(labels);
        }
    }
}

package io.frops.sandbox.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.alert.AlertPoster;
import io.frops.core.settings.Secret;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.ManualClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When the simulator sends what, on a manual clock.
class NotificationsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> DOWN = Map.of("alertname", "Down", "service", "api");

    private final ManualClock clock = new ManualClock();
    private final Receiver receiver = new Receiver();
    private AlertmanagerSimulator simulator = start(SimulatorSettings.defaults());

    private AlertmanagerSimulator start(SimulatorSettings settings) {
        AlertmanagerSimulator started =
                new AlertmanagerSimulator(settings, clock, new CountedIds());
        started.deliverTo(receiver.address(), Secret.parse("hook"));
        return started;
    }

    private void restart(SimulatorSettings settings) {
        simulator.close();
        simulator = start(settings);
    }

    @AfterEach
    void close() {
        simulator.close();
        receiver.close();
    }

    @Test
    void a_new_group_waits_then_tells_and_says_who_it_is() {
        simulator.fire(DOWN, Map.of("summary", "API is down"), "up == 0");
        pass(900);
        assertThat(receiver.bodies()).isEmpty();
        pass(200);
        assertThat(json(receiver.await(1)).at("/alerts/0/annotations/summary").asText())
                .isEqualTo("API is down");
        assertThat(receiver.authorizations()).containsExactly("Bearer hook");
    }

    @Test
    void what_joins_a_group_is_told_at_the_next_interval_and_nothing_new_is_not_told() {
        simulator.fire(DOWN, Map.of(), "");
        pass(1_000);
        told(1);
        pass(6_000);
        simulator.fire(with("instance", "b"), Map.of(), "");
        pass(5_000);
        told(2);
        assertThat(json(receiver.await(2)).path("alerts")).hasSize(2);
        assertThat(json(receiver.await(2)).path("notification_reason").asText())
                .isEqualTo("new alerts added");
        pass(20_000);
        settled();
        assertThat(receiver.bodies()).hasSize(2);
    }

    @Test
    void what_is_mended_is_told_as_resolved_once() {
        simulator.fire(DOWN, Map.of(), "");
        pass(1_000);
        told(1);
        simulator.mend(DOWN);
        pass(5_000);
        JsonNode body = json(receiver.await(2));
        assertThat(body.path("status").asText()).isEqualTo("resolved");
        assertThat(body.at("/alerts/0/endsAt").asText()).startsWith("2026-03-10T09:00:01");
        told(2);
        pass(60_000);
        settled();
        assertThat(receiver.bodies()).hasSize(2);
    }

    @Test
    void a_firing_group_is_repeated_after_its_interval_and_says_that_nothing_is_new() {
        simulator.fire(DOWN, Map.of(), "");
        pass(1_000);
        told(1);
        for (int hour = 0; hour < 5; hour++) {
            pass(60 * 60_000);
            settled();
        }
        assertThat(json(receiver.await(2)).path("notification_reason").asText())
                .isEqualTo("repeat interval elapsed");
    }

    @Test
    void a_5xx_is_tried_again_with_growing_pauses_until_it_is_taken() {
        receiver.answers(503);
        simulator.fire(DOWN, Map.of(), "");
        pass(1_000);
        receiver.await(1);
        settled();
        pass(400);
        settled();
        assertThat(receiver.bodies()).hasSize(1);
        pass(200);
        receiver.await(2);
        settled();
        receiver.answers(200);
        pass(800);
        receiver.await(3);
        told(3);
        assertThat(receiver.bodies()).containsOnly(receiver.bodies().getFirst());
    }

    @ParameterizedTest
    @CsvSource({"400", "429", "302"})
    void what_is_refused_is_tried_once_an_interval(int status) {
        receiver.answers(status);
        simulator.fire(DOWN, Map.of(), "");
        pass(1_000);
        receiver.await(1);
        settled();
        pass(3_900);
        settled();
        assertThat(receiver.bodies()).hasSize(1);
        pass(1_200);
        receiver.await(2);
    }

    @Test
    void an_alert_nobody_repeats_expires_as_resolved() {
        try (AlertPoster poster = new AlertPoster(simulator.address())) {
            poster.post(DOWN, clock.instant(), null);
        }
        pass(1_000);
        told(1);
        pass(Duration.ofMinutes(5).toMillis());
        assertThat(json(receiver.await(2)).path("status").asText()).isEqualTo("resolved");
    }

    @Test
    void a_standing_alert_does_not_expire_and_comes_back_after_a_restart_with_its_start() {
        simulator.fire(DOWN, Map.of(), "");
        Instant start = clock.instant();
        for (int minute = 0; minute < 10; minute++) {
            pass(60_000);
            settled();
        }
        assertThat(receiver.bodies()).hasSize(1);
        simulator.restartEmpty();
        pass(61_000);
        settled();
        pass(2_000);
        settled();
        simulator.mend(DOWN);
        pass(6_000);
        assertThat(json(receiver.await(2)).at("/alerts/0/startsAt").asText())
                .isEqualTo(start.toString());
    }

    @Test
    void what_was_told_is_known_after_a_new_start_and_is_not_told_again(@TempDir Path folder) {
        SimulatorSettings kept = SimulatorSettings.defaults().withFolder(folder);
        restart(kept);
        simulator.fire(DOWN, Map.of("summary", "x"), "");
        pass(1_000);
        told(1);
        restart(kept);
        pass(30_000);
        settled();
        assertThat(receiver.bodies()).hasSize(1);
        simulator.mend(DOWN);
        pass(6_000);
        assertThat(json(receiver.await(2)).at("/alerts/0/annotations/summary").asText())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "V0_25, alertmanager-0.25-firing-single-critical",
        "V0_34, alertmanager-0.34-firing-grouped-2",
        "V0_34, alertmanager-0.34-resolved-grouped-2"
    })
    void a_body_is_field_for_field_what_the_real_one_sent(Release release, String name)
            throws IOException {
        restart(
                SimulatorSettings.defaults()
                        .withRelease(release)
                        .withRoutes(
                                List.of(
                                        new Route(
                                                "frops",
                                                Map.of(),
                                                List.of("alertname", "cluster"))),
                                List.of()));
        ObjectNode recorded = recorded(name);
        List<JsonNode> alerts = recorded.path("alerts").valueStream().toList();
        clock.set(Instant.parse(alerts.getLast().path("startsAt").asText()));
        alerts.forEach(a -> post(a, false));
        pass(1_000);
        String body = receiver.await(1);
        if (recorded.path("status").asText().equals("resolved")) {
            told(1);
            clock.set(Instant.parse(alerts.getLast().path("endsAt").asText()));
            alerts.forEach(a -> post(a, true));
            simulator.tick();
            body = receiver.await(2);
        }
        recorded.put("externalURL", simulator.address().toString());
        assertThat(json(body)).isEqualTo(recorded);
        assertThat(names(json(body))).isEqualTo(names(recorded));
    }

    private static List<String> names(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).toList();
    }

    private void post(JsonNode alert, boolean resolved) {
        ObjectNode posted = JSON.createObjectNode();
        List.of("labels", "annotations", "startsAt", "generatorURL")
                .forEach(f -> posted.set(f, alert.get(f)));
        if (resolved) {
            posted.set("endsAt", alert.get("endsAt"));
        }
        Calls.post(simulator.address(), "/api/v2/alerts", "[" + posted + "]").is(200);
    }

    private static ObjectNode recorded(String name) throws IOException {
        try (InputStream in = NotificationsTest.class.getResourceAsStream(name + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, name));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> labels = new HashMap<>(DOWN);
        labels.put(name, value);
        return Map.copyOf(labels);
    }

    private void pass(long millis) {
        clock.advance(Duration.ofMillis(millis));
        simulator.tick();
    }

    /// So many bodies came and the simulator knows that they were taken.
    private void told(int count) {
        receiver.await(count);
        settled();
    }

    /// No delivery is under way any more.
    private void settled() {
        Eventually.await("nothing is being sent", Duration.ofSeconds(10), simulator::settled);
    }
}

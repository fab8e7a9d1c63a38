package io.frops.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.testing.ManualClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertStormTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final URI PAGES = URI.create("http://127.0.0.1:1");

    private final ManualClock now = new ManualClock(START);
    private final Map<Map<String, String>, Instant> firing = new HashMap<>();
    private final AlertSink sink =
            new AlertSink() {
                @Override
                public void fire(
                        Map<String, String> labels,
                        Map<String, String> annotations,
                        URI generatorUrl,
                        Instant since) {
                    firing.put(labels, since);
                }

                @Override
                public void resolve(Map<String, String> labels) {
                    firing.remove(labels);
                }
            };

    private AlertStorm storm(Optional<Path> remembered) {
        return new AlertStorm(now, sink, PAGES, remembered);
    }

    @Test
    void sixty_alerts_are_sixty_groups_of_every_service_and_mixed_severity() {
        AlertStorm storm = storm(Optional.empty());
        assertThat(firing).isEmpty();
        storm.begin();
        assertThat(firing).hasSize(60).hasSize(storm.size());
        assertThat(groups()).doesNotHaveDuplicates();
        assertThat(values("service"))
                .hasSameElementsAs(GuideServices.all().stream().map(SampleService::name).toList());
        assertThat(values("severity")).contains("critical", "warning", "info");
        assertThat(firing.keySet().stream().filter(l -> "1".equals(l.get("sev")))).hasSize(5);
    }

    @Test
    void none_of_its_groups_is_that_of_a_service_that_breaks() {
        storm(Optional.empty()).begin();
        for (SampleService service : GuideServices.all()) {
            assertThat(groups()).doesNotContain(List.of(service.alert().name(), service.name()));
        }
    }

    @Test
    void it_begins_and_ends_once() {
        AlertStorm storm = storm(Optional.empty());
        storm.begin();
        now.advance(Duration.ofMinutes(1));
        storm.begin();
        assertThat(storm.rages()).isTrue();
        assertThat(firing.values()).containsOnly(START);
        storm.end();
        storm.end();
        assertThat(storm.rages()).isFalse();
        assertThat(firing).isEmpty();
    }

    @Test
    void a_restart_goes_on_with_it_since_when_it_began(@TempDir Path folder) {
        Optional<Path> file = Optional.of(folder.resolve("storm.json"));
        storm(file).begin();
        firing.clear();
        now.advance(Duration.ofMinutes(1));
        AlertStorm again = storm(file);
        assertThat(again.rages()).isTrue();
        assertThat(firing).hasSize(60).containsValue(START);
        again.end();
        assertThat(storm(file).rages()).isFalse();
    }

    private List<List<String>> groups() {
        return firing.keySet().stream()
                .map(l -> List.of(label(l, "alertname"), label(l, "service")))
                .toList();
    }

    private List<String> values(String name) {
        return firing.keySet().stream()
                .map(l -> label(l, name))
                .distinct()
                .collect(Collectors.toList());
    }

    private static String label(Map<String, String> labels, String name) {
        return Objects.requireNonNull(labels.get(name));
    }
}

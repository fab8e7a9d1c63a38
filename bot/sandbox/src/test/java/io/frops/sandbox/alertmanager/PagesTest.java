package io.frops.sandbox.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.testing.ManualClock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final AlertmanagerSimulator simulator =
            new AlertmanagerSimulator(
                    SimulatorSettings.defaults(), new ManualClock(), new CountedIds());

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void the_overview_has_a_place_for_links_to_alerts_and_silences() {
        assertThat(Calls.get(simulator.address(), "/").is(200).body())
                .contains("id=\"/alerts\"")
                .contains("id=\"/silences\"")
                .contains("None.");
    }

    @Test
    void what_an_alert_says_is_shown_and_never_run() {
        simulator.fire(
                Map.of("alertname", "<script>alert(1)</script>"),
                Map.of("summary", "<img src=x onerror=alert(1)>"),
                "");
        assertThat(Calls.get(simulator.address(), "/").is(200).body())
                .contains("&lt;script&gt;")
                .contains("&lt;img")
                .doesNotContain("<script")
                .doesNotContain("<img");
    }

    @Test
    void the_graph_link_of_an_alert_opens_its_rule() {
        simulator.fire(Map.of("alertname", "A"), Map.of(), "rate(x{a=\"b\"}[5m]) > 1");
        String alerts = Calls.get(simulator.address(), "/api/v2/alerts").is(200).body();
        String link = alerts.replaceAll("(?s).*\"generatorURL\":\"([^\"]*)\".*", "$1");
        assertThat(Calls.get(simulator.address(), link).is(200).body())
                .contains("rate(x{a=&quot;b&quot;}[5m]) &gt; 1");
    }
}

package io.frops.checks.firstalert;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.alertmanager.RealAlertmanager;
import io.frops.checks.real.RealBrowser;
import io.frops.checks.world.Relay;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/// The main job on real programs: Prometheus' rule fires, Alertmanager posts, the card stands, a
/// person presses in Chromium, the rule clears, the card follows - and the receiver answers 503 for
/// a while in the middle.
class FirstAlertTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void a_rule_fires_a_card_stands_people_act_and_the_end_is_told(@TempDir Path folder)
            throws IOException {
        try (Relay relay = new Relay();
                Target target = new Target();
                RealAlertmanager alertmanager =
                        RealAlertmanager.start(
                                Files.createDirectory(folder.resolve("alertmanager")),
                                alertmanagerYaml(relay));
                RealPrometheus prometheus =
                        new RealPrometheus(
                                folder.resolve("prometheus"),
                                alertmanager.address(),
                                target.port());
                World world =
                        World.start(
                                Files.createDirectory(folder.resolve("bot")),
                                World.Plan.PLAIN.asking(alertmanager.address()));
                RealBrowser browser = RealBrowser.open(folder.resolve("profile"), 1280, 1000)) {
            relay.to(world.http());
            assertThat(prometheus.log()).isNotNull();
            browser.driver().get(world.slack().page() + "/?as=" + World.CLARA);

            target.set(50);
            world.card("INC-1 SEV2 open");
            press(browser, "ack", "Open");
            world.card("INC-1 SEV2 acknowledged");

            relay.refuse(true);
            target.set(0);
            Eventually.await("Alertmanager meets the 503", LONG, () -> relay.refused() > 0);
            assertThat(world.texts()).allMatch(t -> t.startsWith("INC-1 SEV2 acknowledged"));
            relay.refuse(false);
            Eventually.await(
                    "the resolve came through",
                    LONG,
                    () -> world.texts().getFirst().startsWith("INC-1 SEV2 mitigated"));

            press(browser, "resolve", "Mitigated");
            world.card("INC-1 SEV2 resolved");
            assertThat(world.cards()).hasSize(1);
            assertThat(relay.refused()).isPositive();
            keep(browser, "first-alert.png");
        }
    }

    /// Waits until the page shows the card in this state, and clicks its button as a person would.
    private static void press(RealBrowser browser, String action, String state) {
        By button = By.cssSelector("button[data-action-id='" + action + "']");
        Eventually.await(
                "a page with " + state + " and its button " + action,
                LONG,
                () -> {
                    try {
                        String page = browser.driver().findElement(By.tagName("body")).getText();
                        boolean shown = page.contains("INC-1 SEV2") && page.contains(state);
                        WebElement there = browser.driver().findElement(button);
                        if (!shown || !there.isEnabled()) {
                            return false;
                        }
                        there.click();
                        return true;
                    } catch (StaleElementReferenceException | NoSuchElementException e) {
                        // The page replaced the card in this very moment.
                        return false;
                    }
                });
    }

    private static String alertmanagerYaml(Relay relay) {
        return """
        route: {receiver: frops, group_by: [alertname, service], group_wait: 1s, group_interval: 5s}
        receivers:
          - name: frops
            webhook_configs:
              - url: %s/webhooks/alertmanager
                http_config: {authorization: {credentials: %s}}
        """
                .formatted(relay.address(), World.WEBHOOK_TOKEN);
    }

    private static void keep(RealBrowser browser, String name) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(pictures.resolve(name), browser.picture());
    }
}

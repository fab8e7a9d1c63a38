package io.frops.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.PushedClock;
import io.frops.core.notify.Storm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// The sandbox's storm as a newcomer meets it: sixty alerts, one card, and its end.
class StormPageTest {
    private static final By BEGIN = By.cssSelector("[data-welcome='storm']");
    private static final By END = By.cssSelector("[data-welcome='calm']");
    static final By STORM = By.xpath(card("Storm"));
    private static final Pattern NAMED = Pattern.compile("(INC-\\d+) (SEV\\d) \\w+ · ");

    private final PushedClock clock = new PushedClock();

    /// The newest message whose heading says this.
    static String card(String begins) {
        return "(//main//article[.//h3[contains(., '" + begins + "')]])[last()]";
    }

    @Test
    void a_storm_rises_is_worked_on_and_ends_on_one_card(@TempDir Path folder) {
        try (Window window = Window.open(folder, 1280, 1000, Window.CLARA, clock)) {
            By greeting = By.cssSelector(".main article");
            window.shows(greeting, "frops is connected.");
            window.picture("welcome", greeting);
            window.click(BEGIN);
            window.shows(STORM, "Storm: 60 new incidents, 60 still open");
            worstFirst(window.text(STORM));
            window.shows(STORM, "By state\n60 open");
            window.picture("storm-card", STORM);

            String worst = worst(window.text(STORM));
            takes(window, worst);
            window.shows(STORM, "59 open · 1 acknowledged");
            window.shows(STORM, worst + " SEV1 acknowledged");
            window.picture("storm-one-taken", STORM);

            window.click(END);
            window.shows(STORM, "mitigated");
            clock.push(Storm.CALM.plusSeconds(5));
            window.shows(STORM, "Storm over: 60 incidents, ");
            assertThat(window.text(STORM)).containsPattern("60 incidents, \\d+ still open");
            window.picture("storm-over", STORM);
            assertThat(window.count(By.xpath(card("Storm").replace("[last()]", "")))).isOne();
        }
    }

    private static void worstFirst(String card) {
        List<String> severities = NAMED.matcher(card).results().map(r -> r.group(2)).toList();
        assertThat(severities).hasSize(Storm.NAMED).isSorted();
        assertThat(severities).startsWith("SEV1").endsWith("SEV2");
    }

    /// The worst that has no card of its own yet: the first twenty of a storm may have.
    private static String worst(String card) {
        return card.lines()
                .filter(line -> !line.contains("has its own card"))
                .flatMap(line -> NAMED.matcher(line).results())
                .map(r -> r.group(1))
                .findFirst()
                .orElseThrow();
    }

    /// Opens its own card from the storm's, and acknowledges it there.
    private static void takes(Window window, String id) {
        window.chooseStarting(By.xpath(card("Storm") + "//select"), id + " ");
        By own = By.xpath(card(id + " "));
        window.shows(own, "nobody has acknowledged");
        window.shows(STORM, "has its own card");
        window.click(By.xpath(card(id + " ") + "//button[normalize-space()='Acknowledge']"));
        window.shows(own, "Acknowledged by @clara");
    }

    @Test
    void on_a_phone_the_storm_is_begun_read_and_nothing_is_wider_than_the_window(
            @TempDir Path folder) {
        try (Window window = Window.open(folder, 400, 900, Window.CLARA, clock)) {
            window.click(BEGIN);
            window.click(By.cssSelector("[data-hide-welcome]"));
            window.shows(STORM, "Storm: 60 new incidents");
            assertThat(window.script("return document.scrollingElement.scrollWidth"))
                    .isEqualTo(window.script("return innerWidth"));
            window.picture("storm-card-phone", STORM);
            window.click(END);
            window.shows(STORM, "mitigated");
            clock.push(Storm.CALM.plus(Duration.ofSeconds(5)));
            window.shows(STORM, "Storm over: 60 incidents");
            window.picture("storm-over-phone", STORM);
        }
    }
}

package io.frops.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// The same page in a hand.
class PhoneTest {
    private static final By CARD = By.xpath(Window.CARD);

    @Test
    void a_card_is_read_and_taken_at_400_pixels(@TempDir Path folder) {
        try (Window window = Window.open(folder, 400, 900, Window.CLARA)) {
            assertThat(number(window, "innerWidth")).isLessThanOrEqualTo(400);
            window.click(By.cssSelector("[data-welcome='break/backend']"));
            window.shows(CARD, "INC-1 SEV2");
            assertThat(number(window, "document.scrollingElement.scrollWidth"))
                    .as("nothing is wider than the window")
                    .isLessThanOrEqualTo(number(window, "innerWidth"));

            window.press("Acknowledge");
            window.shows(CARD, "Acknowledged by @clara");
            window.click(By.cssSelector(".main a.replies"));
            window.shows(By.id("thread-messages"), "@clara acknowledged.");
            window.click(By.cssSelector("[data-close-thread]"));

            window.say("/frops health backend");
            window.whispered("backend is unhealthy.");
            window.whispered("0 of 3 pods ready");
        }
    }

    private static long number(Window window, String expression) {
        return ((Number) window.script("return " + expression)).longValue();
    }
}

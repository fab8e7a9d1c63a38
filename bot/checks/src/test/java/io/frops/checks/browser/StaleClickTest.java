package io.frops.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Http;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// A window that did not see what somebody else did.
class StaleClickTest {
    /// The page's own script may still post what is pressed, and brings nothing new.
    private static final String FREEZE =
            """
            const real = window.fetch;
            window.fetch = (to, how) => how && how.method === "POST" ? real(to, how) : new Promise(() => {});
            """;

    @Test
    void a_click_after_the_end_changes_nothing_and_says_who_ended_it(@TempDir Path folder) {
        try (Window window = Window.open(folder, 1280, 1000, "U0BEN0001")) {
            window.click(By.cssSelector("[data-welcome='break/backend']"));
            window.shows(By.xpath(Window.CARD), "INC-1 SEV2");
            window.script(FREEZE);
            resolve(window.page());

            window.press("Acknowledge");
            window.gone(By.cssSelector(".main .busy"));
            assertThat(window.text(By.id("messages"))).doesNotContain("That did not work");
            window.press("Escalate");
            window.gone(By.cssSelector(".main .busy"));
            window.look("U0BEN0001");
            window.gone(By.cssSelector("#modal form.modal"));
            window.whispered("@clara resolved INC-1");
            window.whispered("Nothing changed.");
            window.shows(By.id("messages"), "Resolved by @clara");
        }
    }

    private static void resolve(URI page) {
        Http.Answer answer =
                new Http(page)
                        .post(
                                "/people/" + Window.CLARA + "/command",
                                "{\"channel\":\"C0INCIDENT\",\"text\":\"/frops resolve INC-1 --yes\"}",
                                Map.of("Content-Type", "application/json"));
        assertThat(answer.json().path("ok").asBoolean()).as(answer.body()).isTrue();
    }
}

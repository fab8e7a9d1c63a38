package io.frops.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// One incident from its alert to its end, at a desk.
class DeskTest {
    private static final By CARD = By.xpath(Window.CARD);
    private static final By THREAD = By.id("thread-messages");
    private static final By MODAL = By.cssSelector("#modal form.modal");
    private static final By REASON = By.cssSelector("#modal textarea, #modal input[type=text]");
    private static final By SUBMIT = By.cssSelector("#modal [data-submit]");

    @Test
    void an_incident_is_taken_escalated_noted_and_ended_on_its_card(@TempDir Path folder) {
        try (Window window = Window.open(folder, 1280, 1000, Window.CLARA)) {
            window.click(By.cssSelector("[data-welcome='break/backend']"));
            window.shows(CARD, "INC-1 SEV2");
            assertThat(window.text(CARD)).contains("Open", "1 firing").doesNotContain("(edited)");
            window.shows(By.cssSelector(".welcome-actions"), "Mend backend");

            window.press("Acknowledge");
            window.shows(CARD, "Acknowledged by @clara");
            window.shows(CARD, "(edited)");
            window.whispered("You acknowledged INC-1");
            window.click(By.cssSelector(".main a.replies"));
            window.shows(THREAD, "@clara acknowledged.");

            escalate(window);
            window.choose(By.xpath(Window.CARD + "//select"), "SEV1 Critical");
            window.shows(CARD, "INC-1 SEV1");
            window.shows(THREAD, "@clara set the severity to SEV1");
            note(window);
            resolve(window);
        }
    }

    private static void escalate(Window window) {
        window.press("Escalate");
        window.click(SUBMIT);
        window.shows(MODAL, "Please complete this required field.");
        window.type(REASON, "The primary does not come back");
        window.click(SUBMIT);
        window.gone(MODAL);
        window.shows(CARD, "level 2");
        window.shows(THREAD, "@clara escalated to level 2: The primary does not come back");
        window.shows(THREAD, "@ben");
    }

    private static void note(Window window) {
        window.click(By.xpath(Window.CARD + "//button[@data-menu]"));
        window.press("Add note…");
        window.type(REASON, "Restarted the primary");
        window.click(SUBMIT);
        window.gone(MODAL);
        window.shows(THREAD, "@clara: Restarted the primary");
    }

    private static void resolve(Window window) {
        By question = By.cssSelector("#confirm .modal");
        window.press("Resolve");
        window.shows(question, "1 alert still fires.");
        window.click(By.cssSelector("#confirm [data-no]"));
        window.gone(question);
        assertThat(window.text(CARD)).contains("Acknowledged by @clara");
        window.press("Resolve");
        window.click(By.cssSelector("#confirm [data-yes]"));
        window.shows(THREAD, "@clara resolved this although 1 alert fires.");
        window.shows(By.id("messages"), "Resolved by @clara");
    }
}

package io.frops.checks.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// Acting as somebody else shows what that person may do.
class RolesTest {
    @Test
    void a_viewer_hears_privately_what_is_needed_and_whom_to_ask(@TempDir Path folder) {
        try (Window window = Window.open(folder, 1280, 1000, Window.CLARA)) {
            window.click(By.cssSelector("[data-welcome='break/backend']"));
            window.shows(By.xpath(Window.CARD), "INC-1 SEV2");

            window.click(By.cssSelector("[data-switcher]"));
            window.click(By.cssSelector(".people a[data-person='" + Window.DAN + "']"));
            window.shows(By.cssSelector("[data-switcher]"), "viewer");
            window.press("Acknowledge");
            window.whispered("Only visible to you");
            window.whispered("You are " + Window.DAN + " (viewer).");
            window.whispered("/frops ack needs responder. Ask @ana.");
            window.shows(By.xpath(Window.CARD), "nobody has acknowledged");

            window.look(Window.CLARA);
            window.shows(By.xpath(Window.CARD), "nobody has acknowledged");
            window.gone(By.cssSelector(".main [data-ephemeral]"));
        }
    }
}

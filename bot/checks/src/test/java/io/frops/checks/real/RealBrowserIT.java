package io.frops.checks.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

class RealBrowserIT {
    @TempDir Path folder;

    @Test
    void a_button_on_a_page_can_be_pressed() throws Exception {
        var page =
                Files.writeString(
                        folder.resolve("page.html"),
                        "<button onclick=\"this.textContent = innerWidth > 300\">press</button>");
        try (var browser = RealBrowser.open(folder.resolve("profile"), 400, 800)) {
            browser.driver().get(page.toUri().toString());
            var button = browser.driver().findElement(By.tagName("button"));
            button.click();
            assertThat(button.getText()).isEqualTo("true");
            assertThat(browser.picture()).startsWith(0x89, 'P', 'N', 'G');
        }
    }
}

package io.frops.checks.browser;

import io.frops.app.cli.Terminal;
import io.frops.app.wiring.Host;
import io.frops.checks.real.RealBrowser;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.run.Alerting;
import io.frops.sandbox.run.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/// A sandbox of its own and one window on its simulated Slack, used as a person would: each step
/// waits until it can be done, and is tried again when the page exchanges what it touches.
final class Window implements AutoCloseable {
    static final String CLARA = "U0CLA0001";
    static final String DAN = "U0DAN0001";

    /// The newest card in the channel.
    static final String CARD = "(//main//article[.//*[contains(@class,'attachment')]])[last()]";

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Sandbox sandbox;
    private final RealBrowser browser;

    private Window(Sandbox sandbox, RealBrowser browser) {
        this.sandbox = sandbox;
        this.browser = browser;
    }

    /// Opens the page on #incidents.
    static Window open(Path folder, int width, int height, String person) {
        RealBrowser browser = RealBrowser.open(folder.resolve("profile"), width, height);
        try {
            Terminal terminal = Terminal.ofProcess();
            Host host = new Host(terminal.clock(), terminal.random());
            Path data = folder.resolve("data");
            Sandbox sandbox = Sandbox.start(data, 0, host, Alerting.simulated(host));
            Window window = new Window(sandbox, browser);
            window.look(person);
            return window;
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    URI page() {
        return sandbox.description().page();
    }

    void look(String person) {
        browser.driver().get(page() + "/?as=" + person);
        until("the page is live", () -> !all(By.cssSelector("body[data-live]")).isEmpty());
    }

    private List<WebElement> all(By by) {
        return browser.driver().findElements(by);
    }

    void until(String what, BooleanSupplier condition) {
        Eventually.await(
                what,
                PATIENCE,
                () -> {
                    try {
                        return condition.getAsBoolean();
                    } catch (WebDriverException e) {
                        // The page exchanged the element in this very moment.
                        return false;
                    }
                });
    }

    /// Waits for the element, and clicks it.
    void click(By by) {
        until(
                "a click on " + by,
                () -> {
                    WebElement there = browser.driver().findElement(by);
                    if (!there.isEnabled()) {
                        return false;
                    }
                    there.click();
                    return true;
                });
    }

    /// Clicks a button or a menu's entry of the newest card by what it says.
    void press(String label) {
        click(By.xpath(CARD + "//button[normalize-space()='" + label + "']"));
    }

    void choose(By menu, String label) {
        until(
                label + " chosen",
                () -> {
                    new Select(browser.driver().findElement(menu)).selectByVisibleText(label);
                    return true;
                });
    }

    void type(By field, String text) {
        until(
                "typing " + text,
                () -> {
                    WebElement there = browser.driver().findElement(field);
                    there.clear();
                    there.sendKeys(text);
                    return true;
                });
    }

    /// Types into the channel's message field and sends it.
    void say(String text) {
        By field = By.cssSelector(".main [data-input]");
        type(field, text);
        browser.driver().findElement(field).sendKeys(Keys.ESCAPE, Keys.ENTER);
    }

    void shows(By by, String text) {
        until(by + " shows " + text, () -> text(by).contains(text));
    }

    void gone(By by) {
        until(by + " is gone", () -> all(by).isEmpty());
    }

    String text(By by) {
        return browser.driver().findElement(by).getText();
    }

    /// The newest message that the person alone sees.
    void whispered(String text) {
        shows(By.xpath("(//main//article[@data-ephemeral])[last()]"), text);
    }

    Object script(String script) {
        Object answer = ((JavascriptExecutor) browser.driver()).executeScript(script);
        return answer == null ? "" : answer;
    }

    @Override
    public void close() {
        browser.close();
        sandbox.close();
    }
}

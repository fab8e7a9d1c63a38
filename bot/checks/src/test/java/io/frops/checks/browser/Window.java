package io.frops.checks.browser;

import io.frops.app.cli.Terminal;
import io.frops.app.wiring.Host;
import io.frops.checks.real.RealBrowser;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.run.Alerting;
import io.frops.sandbox.run.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/// A sandbox of its own and one window on its simulated Slack, used as a person would: each step
/// waits until it can be done, and is tried again when the page exchanges what it touches.
final class Window implements AutoCloseable {
    static final String CLARA = "U0CLA0001";
    static final String DAN = "U0DAN0001";

    /// The newest card in the channel.
    static final String CARD = "(//main//article[.//*[contains(@class,'attachment')]])[last()]";

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /// A folder into which tests put pictures of what they see; none without it.
    private static final String PICTURES = "pictures.dir";

    private final URI page;
    private final RealBrowser browser;
    private final Runnable end;

    private Window(URI page, RealBrowser browser, Runnable end) {
        this.page = page;
        this.browser = browser;
        this.end = end;
    }

    /// Opens the page on #incidents.
    static Window open(Path folder, int width, int height, String person) {
        Terminal terminal = Terminal.ofProcess();
        return open(folder, width, height, person, terminal.clock());
    }

    /// The same in a sandbox whose clock the test pushes.
    static Window open(Path folder, int width, int height, String person, InstantSource clock) {
        RealBrowser browser = RealBrowser.open(folder.resolve("profile"), width, height);
        try {
            Host host = new Host(clock, Terminal.ofProcess().random());
            Path data = folder.resolve("data");
            Sandbox sandbox = Sandbox.start(data, 0, host, Alerting.simulated(host));
            Window window = new Window(sandbox.description().page(), browser, sandbox::close);
            window.look(person);
            return window;
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /// On a simulated Slack that is there already.
    static Window on(URI page, Path folder, int width, int height, String person) {
        RealBrowser browser = RealBrowser.open(folder.resolve("profile"), width, height);
        try {
            Window window = new Window(page, browser, () -> {});
            window.look(person);
            return window;
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    URI page() {
        return page;
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

    /// The first entry that begins so.
    void chooseStarting(By menu, String label) {
        until(
                label + " chosen",
                () -> {
                    Select select = new Select(browser.driver().findElement(menu));
                    WebElement entry =
                            select.getOptions().stream()
                                    .filter(o -> o.getText().startsWith(label))
                                    .findFirst()
                                    .orElse(null);
                    if (entry == null) {
                        return false;
                    }
                    select.selectByVisibleText(entry.getText());
                    return true;
                });
    }

    private boolean scrolls(By by) {
        return Boolean.TRUE.equals(
                ((JavascriptExecutor) browser.driver())
                        .executeScript(
                                """
                                const list = arguments[0].closest('[data-list]'), before = list.scrollTop;
                                arguments[0].scrollIntoView();
                                return before !== list.scrollTop;
                                """,
                                browser.driver().findElement(by)));
    }

    /// What was told at the window's top for some seconds is gone.
    private void settled() {
        until("the note at the top is gone", () -> text(By.id("toast")).isEmpty());
    }

    int count(By by) {
        return all(by).size();
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

    /// Another window size, in CSS pixels.
    void size(int width, int height) {
        browser.driver().manage().window().setSize(new Dimension(width, height));
    }

    /// Keeps a picture of the window for the guide, with this at its top, if the run was asked for
    /// pictures.
    void picture(String name, By by) {
        String folder = System.getProperty(PICTURES);
        if (folder != null) {
            settled();
            new Actions(browser.driver()).moveToLocation(0, 0).perform();
            // A list that grows follows its end: only what stays is seen.
            until(by + " at the top", () -> !scrolls(by));
            try {
                Files.write(Path.of(folder, name + ".png"), browser.picture());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        end.run();
    }
}

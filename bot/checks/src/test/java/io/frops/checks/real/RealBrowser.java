package io.frops.checks.real;

import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// A headless Chromium with a profile of its own that talks to nobody but the pages a test opens.
public final class RealBrowser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    private RealBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Opens a window of that size in CSS pixels, or skips the calling test (see [RealPrograms]).
    ///
    /// @param profile a folder of the test's own, for Chromium to keep its profile in
    public static RealBrowser open(Path profile, int width, int height) {
        var chromium = RealPrograms.need(RealProgram.CHROMIUM);
        var driverProgram = RealPrograms.need(RealProgram.CHROMEDRIVER);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverProgram.toFile())
                        .usingAnyFreePort()
                        .build();
        var driver = new ChromeDriver(service, options(chromium, profile));
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
        driver.manage().window().setSize(new Dimension(width, height));
        return new RealBrowser(driver);
    }

    private static ChromeOptions options(Path chromium, Path profile) {
        return new ChromeOptions()
                .setBinary(chromium.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox", // Chromium refuses to run as root with it
                        "--disable-gpu",
                        "--disable-dev-shm-usage", // a container's /dev/shm is too small
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile);
    }

    public WebDriver driver() {
        return driver;
    }

    /// A picture of the window as PNG.
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}

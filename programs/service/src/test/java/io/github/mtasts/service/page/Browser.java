package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, and what a person does and sees in it. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1100,900");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .usingAnyFreePort()
                        .withSilent(true)
                        .build(),
                options);
    }

    /** Goes on in an empty tab, which knows nothing of the one before. */
    void newTab() {
        String before = driver.getWindowHandle();
        String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        driver.switchTo().window(before).close();
        driver.switchTo().window(fresh);
    }

    void open(String url) {
        driver.get(url);
    }

    void back() {
        driver.navigate().back();
    }

    void forward() {
        driver.navigate().forward();
    }

    String url() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    String title() {
        return Objects.requireNonNull(driver.getTitle());
    }

    /** The element, as soon as it is there to be seen. */
    WebElement see(String selector) {
        return until(any -> {
            List<WebElement> found = driver.findElements(By.cssSelector(selector));
            return found.isEmpty() || !found.get(0).isDisplayed() ? null : found.get(0);
        });
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    void type(String selector, String text) {
        WebElement field = see(selector);
        field.clear();
        field.sendKeys(text);
    }

    void check(String domain) {
        type("#domain", domain);
        see("form button").click();
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void paste() {
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys("v")
                .keyUp(Keys.CONTROL)
                .perform();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    <T> T until(ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE).until(condition);
    }

    /** Waits for the verdict of a domain. */
    String verdict(String domain) {
        until(any -> texts("h2").stream().anyMatch(text -> text.startsWith(domain + " ")));
        return see(".verdict").getText();
    }

    /** What a script returns. */
    Object run(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments));
    }

    void allowClipboard() {
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    void dark() {
        emulate("prefers-color-scheme", "dark");
    }

    /** As if it were printed. */
    void paper() {
        run("dispatchEvent(new Event('beforeprint')); return true");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    private void emulate(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    void narrow() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 320, "height", 800, "deviceScaleFactor", 2, "mobile", true));
    }

    /** The whole page as a picture. */
    void picture(String name) {
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode((String)
                    Objects.requireNonNull(picture.get("data"))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What accessible.js finds wrong with what is shown now. */
    List<?> accessibilityProblems() {
        try (InputStream script = Browser.class.getResourceAsStream("accessible.js")) {
            return (List<?>) run(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Fails when the console has an error, or something was asked of another host. HTTP statuses are the API's matter. */
    void assertQuiet() {
        List<String> errors = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of"))
                .toList();
        Set<String> hosts = driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .flatMap(entry -> requested(entry.getMessage()).stream())
                .collect(Collectors.toSet());
        assertThat(errors).isEmpty();
        assertThat(hosts).containsExactly("127.0.0.1");
    }

    /** The host of a request over HTTP that an event of the DevTools protocol names. */
    private static Optional<String> requested(String event) {
        Map<?, ?> message = (Map<?, ?>) at(Json.readObject(event.getBytes(StandardCharsets.UTF_8)), "message");
        if (!"Network.requestWillBeSent".equals(message.get("method"))) {
            return Optional.empty();
        }
        URI url = URI.create((String) at((Map<?, ?>) at((Map<?, ?>) at(message, "params"), "request"), "url"));
        return Optional.ofNullable(url.getScheme().startsWith("http") ? url.getHost() : null);
    }

    private static Object at(Map<?, ?> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    /** Drops what the console has so far. */
    void forgetErrors() {
        driver.manage().logs().get(LogType.BROWSER);
    }

    @Override
    public void close() {
        driver.quit();
    }
}

package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A list whose checks do not all end. */
class SeveralProblemsInBrowserTest extends BrowserTest {

    private static final PageServer SERVER = new PageServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void anAnswerThatBreaksOffIsSaidToBeIncompleteAndTheRestCanBeChecked() {
        SERVER.api(exchange -> lines(exchange, report("a.example")));
        check();

        assertThat(browser.see("#problem").getText()).contains("not complete", "1 domain of 2 was not checked");
        SERVER.api(exchange -> lines(exchange, report("b.example")));
        browser.see("#result .actions button").click();

        browser.until(any -> browser.all("tbody .verdict").size() == 2);
        browser.until(any -> browser.see("#result .actions").getText().startsWith("Download CSV"));
        assertThat(browser.all("#problem strong")).isEmpty();
    }

    @Test
    void aRunThatIsStoppedKeepsWhatItHas() {
        SERVER.api(exchange -> {});
        browser.open(SERVER.url() + "/several");
        browser.type("#domains", "a.example\nb.example");
        browser.see("#check").click();
        assertThat(browser.see("#passed").getText()).startsWith("0 of 2, ");
        browser.see("#stop").click();

        assertThat(browser.see("#problem").getText()).contains("Stopped", "2 domains of 2 were not checked");
        assertThat(browser.focused().getText()).isEqualTo("Check the missing 2");
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    @Test
    void aMissingKeyIsAskedForAndTheListStays() {
        SERVER.api(exchange -> PageServer.problem(exchange, 401, "Unauthorized", "A key is needed."));
        check();

        assertThat(browser.see("#key-error").getText()).isEqualTo("This service requires an API key.");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("key");
        assertThat(browser.all("tbody tr")).hasSize(2);
    }

    @Test
    void aLimitIsShownWithTheTimeToWait() {
        SERVER.api(exchange -> {
            exchange.put("Retry-After", "12");
            PageServer.problem(exchange, 429, "Too many requests", "The limit is 2 checks a minute.");
        });
        check();

        assertThat(browser.see("#problem").getText())
                .contains("Too many requests", "Try again in 12 seconds.", "The limit is 2 checks a minute.");
    }

    @Test
    void wordsOfStrangersInAReportAreTextInTheTable() {
        Map<String, @Nullable Object> hostile = report("a.example");
        hostile.put("domain", "<img src=x onerror=alert(1)>");
        hostile.put("verdict", "<b>BROKEN</b>");
        SERVER.api(exchange -> lines(exchange, hostile));
        check();

        assertThat(browser.see("#problem").getText()).contains("not complete");
        assertThat(browser.all("#result img, #result b")).isEmpty();
    }

    private static void check() {
        browser.open(SERVER.url() + "/several");
        browser.type("#domains", "a.example\nb.example");
        browser.see("#check").click();
    }

    private static void lines(Exchange exchange, Map<String, ?> report) {
        exchange.send(200, "application/x-ndjson", (Json.write(report) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, @Nullable Object> report(String input) {
        Map<String, @Nullable Object> report = new HashMap<>();
        report.put("input", input);
        report.put("domain", input);
        report.put("verdict", "ABSENT");
        List.of("issues", "recommendations", "mx").forEach(name -> report.put(name, List.of()));
        List.of("policy", "dns_record", "tls_rpt", "certificate", "mode", "checked_at", "left_out")
                .forEach(name -> report.put(name, null));
        return report;
    }
}

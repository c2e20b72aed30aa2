package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the page says when the API does not answer with a report, and how it keeps a key. */
class ProblemsInBrowserTest extends BrowserTest {

    private static final PageServer SERVER = new PageServer();
    private final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private void demandKey(String key) {
        SERVER.api(exchange -> {
            String given = exchange.header("Authorization");
            authorizations.add(String.valueOf(given));
            if (("Bearer " + key).equals(given)) {
                PageServer.report(exchange, report(PageServer.parameter(exchange, "domain")));
            } else {
                exchange.put("WWW-Authenticate", "Bearer realm=\"mta-sts\"");
                PageServer.problem(exchange, 401, "Unauthorized", "Show a key.");
            }
        });
    }

    @Test
    void aServiceWithKeysAsksForOne() {
        demandKey("abc");
        browser.open(SERVER.url());
        browser.check("example.org");

        assertThat(browser.see("#key-error").getText()).isEqualTo("This service requires an API key.");
        assertThat(browser.focused().getDomAttribute("type")).isEqualTo("password");
        assertThat(browser.focused().getDomAttribute("autocomplete")).isEqualTo("off");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("key-asked");
        browser.press("wrong", Keys.ENTER);
        browser.until(any ->
                browser.see("#key-error").getText().startsWith("The service does not accept this key.") ? true : null);
        browser.press("abc", Keys.ENTER);
        browser.verdict("example.org");

        assertThat(browser.url()).endsWith("/?domain=example.org");
        assertThat(browser.see("#domain").getDomProperty("value")).isEqualTo("example.org");
        assertThat(authorizations).containsExactly("null", "Bearer wrong", "Bearer abc");
        assertThat(browser.run("return JSON.stringify([{...sessionStorage}, {...localStorage}])"))
                .isEqualTo("[{\"mta-sts.key\":\"abc\"},{}]");
    }

    @Test
    void aKeyInTheFragmentIsTakenOutOfTheAddress() {
        demandKey("abc");
        browser.open(SERVER.url() + "/?domain=example.org#key=abc");
        browser.verdict("example.org");

        assertThat(browser.url()).isEqualTo(SERVER.url() + "/?domain=example.org");
        browser.open(SERVER.url() + "/?domain=example.net");
        browser.verdict("example.net");
        assertThat(authorizations).containsExactly("Bearer abc", "Bearer abc");
    }

    @Test
    void aKeyInTheFragmentIsTakenByAnOpenPageToo() {
        demandKey("abc");
        browser.open(SERVER.url() + "/?domain=example.org");
        browser.see("#key-error");
        browser.open(SERVER.url() + "/?domain=example.org#key=abc");
        browser.verdict("example.org");

        assertThat(browser.url()).isEqualTo(SERVER.url() + "/?domain=example.org");
    }

    @Test
    void tooManyRequestsShowWhenToTryAgain() {
        SERVER.api(exchange -> {
            exchange.put("Retry-After", "17");
            PageServer.problem(exchange, 429, "Too many requests", "This key has no checks left.");
        });
        browser.open(SERVER.url() + "/?domain=example.org");

        assertThat(browser.see("#problem").getText())
                .matches("Too many requests\\nTry again in 1\\d seconds. This key has no checks left.");
        assertThat(browser.see("#problem").getDomAttribute("role")).isEqualTo("alert");
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    @Test
    void aBusyServiceIsDistinguishedFromABrokenDomain() {
        SERVER.api(exchange -> {
            exchange.put("Retry-After", "5");
            PageServer.problem(exchange, 503, "Busy", "Too many checks are under way.");
        });
        browser.open(SERVER.url() + "/?domain=example.org");

        assertThat(browser.see("#problem").getText()).contains("The service is busy", "Try again in 5 seconds.");
    }

    @Test
    void anAnswerThatIsNotJsonIsAProblemToo() {
        SERVER.api(
                exchange -> exchange.send(502, "text/html", "<h1>Bad gateway</h1>".getBytes(StandardCharsets.UTF_8)));
        browser.open(SERVER.url() + "/?domain=example.org");

        assertThat(browser.see("#problem").getText()).contains("HTTP 502");
        assertThat(browser.all("#problem h1")).isEmpty();
    }

    @Test
    void aServiceThatIsGoneIsSaidToBeGone() {
        try (PageServer gone = new PageServer()) {
            browser.open(gone.url());
        }
        browser.check("example.org");

        assertThat(browser.see("#problem").getText()).contains("The service cannot be reached");
        browser.forgetErrors();
    }

    @Test
    void anotherCheckCancelsTheOneUnderWay() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        SERVER.api(exchange -> {
            String domain = PageServer.parameter(exchange, "domain");
            exchange.whenDone(
                    "slow.example".equals(domain) ? slow : CompletableFuture.completedFuture(null),
                    any -> PageServer.report(exchange, report(domain)));
        });
        browser.open(SERVER.url());
        browser.check("slow.example");
        assertThat(browser.see("#status").getText()).isEqualTo("Checking slow.example …");
        assertThat(browser.all("#result[aria-busy='true']")).hasSize(1);
        assertThat(browser.see("#waiting").getText()).matches("\\d+ s.*Cancel");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("checking");
        browser.run("""
                window.shown = [];
                new MutationObserver(() => shown.push(document.querySelector('h2')?.textContent ?? ''))
                    .observe(document.getElementById('result'), {childList: true});
                return true""");
        browser.check("quick.example");
        browser.verdict("quick.example");
        slow.complete(null);
        browser.check("last.example");
        browser.verdict("last.example");

        assertThat(browser.all("#result[aria-busy]")).isEmpty();
        assertThat(browser.run("return shown.join()"))
                .asString()
                .contains("quick.example")
                .doesNotContain("slow.example");
    }

    @Test
    void aCheckThatTakesLongIsCanceled() {
        SERVER.api(exchange -> exchange.whenDone(new CompletableFuture<Void>(), any -> exchange.empty(500)));
        browser.open(SERVER.url() + "/?domain=slow.example");
        browser.until(any -> browser.see("#elapsed").getText().startsWith("1 s"));
        browser.see("#cancel").click();

        assertThat(browser.all("#result[aria-busy], .checking")).isEmpty();
        assertThat(browser.see("#problem strong").getText()).isEqualTo("Canceled");
        assertThat(browser.see("#waiting, #domain").getDomAttribute("id")).isEqualTo("domain");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("domain");
    }

    @Test
    void theButtonWorksAgainWhenTheWaitIsOver() {
        AtomicInteger asked = new AtomicInteger();
        SERVER.api(exchange -> {
            if (asked.getAndIncrement() == 0) {
                exchange.put("Retry-After", "2");
                PageServer.problem(exchange, 429, "Too many requests", "This key has no checks left.");
            } else {
                PageServer.report(exchange, report(PageServer.parameter(exchange, "domain")));
            }
        });
        browser.open(SERVER.url() + "/?domain=example.org");
        browser.see("#problem strong");
        browser.until(any -> browser.see("#problem").getText().contains("You can try again now."));
        browser.see("#check:enabled").click();

        assertThat(browser.verdict("example.org")).isEqualTo("ABSENT");
    }

    @Test
    void aTitleShowsForeignTextEscaped() {
        SERVER.api(exchange -> PageServer.report(exchange, report("a\u202Eb.example")));
        browser.open(SERVER.url() + "/?domain=example.org");
        browser.see("h2");

        assertThat(browser.title()).startsWith("a\\u{202E}b.example: ABSENT");
    }

    @Test
    void aDemoOffersItsDomains() {
        SERVER.api(exchange -> PageServer.report(exchange, report(PageServer.parameter(exchange, "domain"))));
        browser.open(SERVER.url());
        browser.see("#introduction a[href^='/?domain=']").click();

        assertThat(browser.verdict("enforced.example")).isEqualTo("ABSENT");
    }

    @Test
    void lookingAnewGoesRoundTheCache() {
        AtomicInteger fresh = new AtomicInteger();
        SERVER.api(exchange -> {
            fresh.addAndGet("true".equals(PageServer.parameter(exchange, "fresh")) ? 1 : 0);
            PageServer.report(exchange, report(PageServer.parameter(exchange, "domain")));
        });
        browser.open(SERVER.url() + "/?domain=example.org");
        browser.verdict("example.org");
        assertThat(fresh).hasValue(0);
        browser.see("#again").click();

        browser.until(any -> fresh.get() == 1);
        browser.verdict("example.org");
    }

    private static Map<String, Object> report(@Nullable String domain) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("domain", String.valueOf(domain));
        report.put("issues", List.of());
        report.put("recommendations", List.of());
        report.put("verdict", "ABSENT");
        report.put("mx", List.of());
        report.put("checked_at", "2026-11-23T12:00:00Z");
        return report;
    }
}

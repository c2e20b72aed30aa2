package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

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
        SERVER.api(context -> {
            String given = context.header("Authorization");
            authorizations.add(String.valueOf(given));
            if (("Bearer " + key).equals(given)) {
                PageServer.report(context, report(context.queryParam("domain")));
            } else {
                context.header("WWW-Authenticate", "Bearer realm=\"mta-sts\"");
                PageServer.problem(context, 401, "Unauthorized", "Show a key.");
            }
        });
    }

    @Test
    void aServiceWithKeysAsksForOne() {
        demandKey("abc");
        browser.open(SERVER.url());
        browser.check("example.org");

        assertThat(browser.see("#key-error").getText()).isEqualTo("This service asks for an API key.");
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
    void whoAsksTooOftenIsToldWhenToComeBack() {
        SERVER.api(context -> {
            context.header("Retry-After", "17");
            PageServer.problem(context, 429, "Too many requests", "This key has no checks left.");
        });
        browser.open(SERVER.url() + "/?domain=example.org");

        assertThat(browser.see("#problem").getText())
                .contains("Too many requests for now", "Come back in 17 seconds. This key has no checks left.");
        assertThat(browser.see("#problem").getDomAttribute("role")).isEqualTo("alert");
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    @Test
    void aBusyServiceIsToldApartFromABrokenDomain() {
        SERVER.api(context -> {
            context.header("Retry-After", "5");
            PageServer.problem(context, 503, "Busy", "Too many checks are under way.");
        });
        browser.open(SERVER.url() + "/?domain=example.org");

        assertThat(browser.see("#problem").getText()).contains("no room for another check", "Come back in 5 seconds.");
    }

    @Test
    void anAnswerThatIsNoJsonIsAProblemToo() {
        SERVER.api(context -> context.status(502).result("<h1>Bad gateway</h1>"));
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
        SERVER.api(context -> {
            String domain = context.queryParam("domain");
            PageServer.report(context, report(domain));
            if ("slow.example".equals(domain)) {
                context.future(() -> slow);
            }
        });
        browser.open(SERVER.url());
        browser.check("slow.example");
        assertThat(browser.see("#status").getText()).isEqualTo("Looking at slow.example …");
        assertThat(browser.all("#result[aria-busy='true']")).hasSize(1);
        browser.picture("checking");
        browser.run(
                """
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
    void lookingAnewGoesRoundTheCache() {
        AtomicInteger fresh = new AtomicInteger();
        SERVER.api(context -> {
            fresh.addAndGet("true".equals(context.queryParam("fresh")) ? 1 : 0);
            PageServer.report(context, report(context.queryParam("domain")));
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

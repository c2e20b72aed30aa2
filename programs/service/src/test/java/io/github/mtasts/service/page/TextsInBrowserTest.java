package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Texts that are not published yet: judged as they are typed, and written for a domain. */
class TextsInBrowserTest extends BrowserTest {

    private static final RunningService SERVICE = new RunningService();
    private static final String HOME = "http://127.0.0.1:" + SERVICE.port();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void aTextIsJudgedAsItIsTypedWithTheMarksBelow() {
        browser.open(HOME + "/lint");
        browser.press("version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800 seconds\n");

        assertThat(browser.see("#result .issue a").getText()).isEqualTo("POLICY_MAX_AGE_INVALID");
        assertThat(browser.texts("li[value='4'] mark")).containsExactly("604800 seconds");
        assertThat(browser.texts("#result h2")).containsExactly("Not valid");
        assertThat(browser.see(".copyable pre").getText()).endsWith("max_age: 604800");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("lint-light");
    }

    @Test
    void theKindOfATextIsGuessedFromItsBeginning() {
        browser.open(HOME + "/lint");
        browser.press("v=TLSRPTv1; rua=mailto:a@example.org");

        assertThat(browser.see("#result h2").getText()).isEqualTo("Valid");
        assertThat(browser.see("#result .meaning").getText()).startsWith("A valid TLSRPT record");
    }

    @Test
    void markupInATextIsShownAndNeverObeyed() {
        browser.open(HOME + "/lint");
        browser.press("version: STSv1\n<img src=x onerror=alert(1)>\u202E: 1\n");

        assertThat(browser.see("#result h2").getText()).isEqualTo("Not valid");
        assertThat(browser.all("#result img")).isEmpty();
        assertThat(browser.see("#result").getText()).contains("\\u{202E}");
    }

    @Test
    void theTextsOfADomainAreWrittenFromItsMxHosts() {
        browser.open(HOME + "/write");
        browser.press("uncovered.example", Keys.ENTER);

        assertThat(browser.see("#result h2").getText()).isEqualTo("Publish these, in this order");
        assertThat(browser.texts(".place"))
                .contains("https://mta-sts.uncovered.example/.well-known/mta-sts.txt", "_mta-sts.uncovered.example");
        assertThat(browser.texts(".copyable pre")).first().asString().startsWith("version: STSv1\nmode: testing\nmx: ");
        assertThat(browser.see("#result").getText()).contains("Before you choose enforce");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("write-light");
    }

    @Test
    void whatIsWrittenIsWhatWasChosen() {
        browser.open(HOME + "/write");
        browser.type("#domain", "example.org");
        browser.type("#mx", "MAIL.example.org\n*.example.net");
        browser.type("#rua", "tlsrpt@example.org");
        browser.see("[value='enforce']").click();
        browser.see("#check").click();
        browser.see("#result h2");

        assertThat(browser.texts(".copyable pre"))
                .hasSize(3)
                .startsWith(
                        "version: STSv1\nmode: enforce\nmx: mail.example.org\nmx: *.example.net\nmax_age: 604800",
                        "v=TLSRPTv1; rua=mailto:tlsrpt@example.org");
    }

    @Test
    void whatCannotBeWrittenIsAnErrorOfItsField() {
        browser.open(HOME + "/write");
        browser.type("#domain", "example.org");
        browser.type("#mx", "not_a_host");
        browser.see("#check").click();

        assertThat(browser.see("#mx-error").getText()).contains("is not an MX host");
        browser.type("#mx", "mail.example.org");
        browser.type("#rua", "nowhere");
        browser.see("#check").click();
        assertThat(browser.see("#rua-error").getText()).contains("Reports cannot be sent to nowhere");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("rua");
    }

    @Test
    void theIssuesAreSearchedAsOneTypes() {
        browser.open(HOME + "/docs/issues");
        int all = browser.all("h3").size();
        assertThat(browser.all("#index a")).hasSize(all);
        browser.picture("issues-light");
        browser.type("#search", "cert expired");

        assertThat(browser.texts("h3")).contains("FETCH_CERT_EXPIRED").hasSize(all);
        assertThat(browser.all("h3:not([hidden])")).hasSizeLessThan(5);
        assertThat(browser.all("#index a:not([hidden])")).hasSameSizeAs(browser.all("h3:not([hidden])"));
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.see("#search").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        assertThat(browser.all("h3:not([hidden])")).hasSize(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/several", "/lint", "/write", "/docs/issues"})
    void eachPageIsSoundOnAnyScreen(String path) {
        browser.open(HOME + path);
        browser.see("nav a[aria-current='page']");
        browser.dark();
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture(path.replace('/', '-').substring(1) + "-dark");
        browser.narrow();
        browser.picture(path.replace('/', '-').substring(1) + "-narrow");
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320L);
    }
}

package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.Verdict;
import io.github.mtasts.service.RunningService;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page as a person uses it, over the loopback world. */
class PageInBrowserTest extends BrowserTest {

    private static final RunningService SERVICE = new RunningService();
    private static final String HOME = "http://127.0.0.1:" + SERVICE.port() + "/";

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void theEmptyPageSaysWhatItDoesAndLeadsToTheGuide() {
        browser.open(HOME);

        assertThat(browser.see("#introduction").getText()).contains("MTA-STS (RFC 8461)");
        assertThat(browser.texts("#introduction a")).containsExactly("guide", "issue list");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("empty-light");
    }

    @Test
    void theVerdictComesFirstWithWhatItMeans() {
        browser.open(HOME);
        browser.check("enforced.example");

        assertThat(browser.verdict("enforced.example")).isEqualTo("ENFORCED");
        assertThat(browser.see("h2 + .meaning").getText()).isEqualTo(Verdict.ENFORCED.meaning());
        assertThat(browser.see("#status").getDomAttribute("role")).isEqualTo("status");
        assertThat(browser.run("return document.getElementById('status').textContent"))
                .asString()
                .startsWith("enforced.example: ENFORCED.");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("healthy-light");
    }

    @Test
    void eachIssueStandsUnderThePlaceThatItIsAbout() {
        browser.open(HOME);
        browser.check("two-faults.example");

        assertThat(browser.verdict("two-faults.example")).isEqualTo("BROKEN");
        assertThat(browser.texts("mark.error"))
                .containsExactly(
                        "2026-11-01", "mail.two-faults.example, mx2.two-faults.example", "tlsrpt@two-faults.example");
        assertThat(browser.texts("mark.warning")).containsExactly("maxage");
        String typo = browser.see("li[value='4'] .issue.warning").getText();
        assertThat(typo)
                .contains(
                        "warning \"maxage\" is unknown",
                        "Write max_age in place of",
                        "RFC 8461 §3.2",
                        "line 4, column 1");
        assertThat(browser.see("li[value='4'] .issue a").getDomAttribute("href"))
                .isEqualTo("/docs/issues#POLICY_KEY_TYPO");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("broken-light");
    }

    @Test
    void anIssueAboutAnMxHostStandsUnderThatHost() {
        browser.open(HOME + "?domain=uncovered.example");
        browser.verdict("uncovered.example");

        assertThat(browser.texts(".hosts li:nth-child(1) .issue"))
                .singleElement()
                .asString()
                .contains("MX_NOT_COVERED");
    }

    @Test
    void theCertificateIsShownAlsoWhenItWasRefused() {
        browser.open(HOME + "?domain=expired.example");

        assertThat(browser.verdict("expired.example")).isEqualTo("BROKEN");
        assertThat(browser.texts("#host"))
                .singleElement()
                .asString()
                .contains(
                        "Policy host",
                        "Certificate",
                        "valid until",
                        "UTC",
                        "mta-sts.expired.example",
                        "FETCH_CERT_EXPIRED");
    }

    @Test
    void eachIssueStandsInTheSectionOfItsFamily() {
        browser.open(HOME + "?domain=shallow.example");
        browser.verdict("shallow.example");

        assertThat(browser.texts("section:has(.hosts) .issue a"))
                .contains("MX_NONE_COVERED", "MX_STARTTLS_NOT_CHECKED");
        assertThat(browser.texts("section:not(:has(.hosts)) .issue a"))
                .contains("POLICY_MX_BROAD")
                .noneMatch(code -> code.startsWith("MX_"));
    }

    @Test
    void aLinkFromAnIssueOpensItsEntry() {
        browser.open(HOME + "?domain=typo.example");
        browser.verdict("typo.example");
        browser.see("li[value='4'] .source a").click();

        assertThat(browser.see("h3:target").getText()).isEqualTo("POLICY_MAX_AGE_INVALID");
    }

    @Test
    void aFixIsCopiedWhole() {
        browser.open(HOME + "?domain=two-faults.example");
        browser.verdict("two-faults.example");
        browser.allowClipboard();
        browser.see(".steps li:nth-child(3) .copy").click();

        browser.until(any -> browser.texts(".steps .copy").get(2).startsWith("Copied"));
        assertThat(browser.run("return document.getElementById('status').textContent"))
                .isEqualTo("Copied the text for _mta-sts.two-faults.example");
        browser.see("#domain").clear();
        browser.see("#domain").click();
        browser.paste();
        assertThat(browser.run("return document.getElementById('domain').value"))
                .asString()
                .matches("v=STSv1; id=\\d{8}T\\d{6}")
                .isEqualTo(browser.see(".steps li:nth-child(3) pre").getText());
    }

    @Test
    void theReportIsThereAsJson() {
        browser.open(HOME + "?domain=typo.example");
        browser.verdict("typo.example");
        browser.see("summary").click();

        assertThat(browser.run("return JSON.parse(document.querySelector('details pre').textContent).verdict"))
                .isEqualTo("BROKEN");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        browser.open(HOME);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("domain");
        browser.press("typo.example", Keys.ENTER);
        browser.verdict("typo.example");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("domain");

        browser.press(Keys.TAB, Keys.TAB);
        browser.allowClipboard();
        assertThat(browser.focused().getText()).startsWith("\"604800 seconds\"");
        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Check again");
        for (int i = 0; i < 50 && !browser.focused().getText().startsWith("Copy"); i++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.SPACE);
        browser.until(any -> browser.focused().getText().startsWith("Copied"));
    }

    @Test
    void lookingAnewKeepsTheFocus() {
        browser.open(HOME + "?domain=typo.example");
        browser.verdict("typo.example");
        browser.run("document.querySelector('h2').dataset.old = 'yes'; return true");
        browser.see("#again").click();

        browser.see("h2:not([data-old])");
        browser.until(any -> "again".equals(browser.focused().getDomAttribute("id")));
    }

    @Test
    void theAddressOpensTheSameCheck() {
        browser.open(HOME);
        browser.check("typo.example");
        browser.verdict("typo.example");
        browser.check("enforced.example");
        browser.verdict("enforced.example");
        assertThat(browser.url()).isEqualTo(HOME + "?domain=enforced.example");
        assertThat(browser.title()).startsWith("enforced.example: ENFORCED");
        assertThat(browser.see(".actions a").getDomProperty("href")).isEqualTo(browser.url());

        browser.back();
        assertThat(browser.verdict("typo.example")).isEqualTo("BROKEN");
        assertThat(browser.see("#domain").getDomProperty("value")).isEqualTo("typo.example");
        browser.back();
        browser.see("#introduction");
        assertThat(browser.all("h2")).isEmpty();
        browser.forward();
        browser.verdict("typo.example");
    }

    @Test
    void aJumpToAnIssueStartsNoCheck() {
        browser.open(HOME + "?domain=typo.example");
        browser.verdict("typo.example");
        browser.run("document.querySelector('h2').dataset.old = 'yes'; return true");
        browser.see(".counts a").click();

        browser.see(".issue:target");
        assertThat(browser.all("h2[data-old]")).hasSize(1);
    }

    @Test
    void aNameInUnicodeIsCheckedAsItsALabels() {
        browser.open(HOME);
        browser.check("bücher.example");

        assertThat(browser.verdict("xn--bcher-kva.example")).isEqualTo("ABSENT");
    }

    @Test
    void aBadDomainIsSaidAtItsField() {
        browser.open(HOME);
        browser.check("192.0.2.1");

        browser.until(any ->
                browser.see("#domain-error").getText().startsWith("\"192.0.2.1\" is not a domain name") ? true : null);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("domain");
        assertThat(browser.focused().getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("bad-domain");
    }

    @Test
    void anEmptyFieldAsksForADomain() {
        browser.open(HOME);
        browser.see("form button").click();

        assertThat(browser.see("#domain-error").getText()).isEqualTo("Enter a domain, such as example.org.");
    }

    @Test
    void darkModeIsReadable() {
        browser.dark();
        browser.open(HOME + "?domain=two-faults.example");
        browser.verdict("two-faults.example");
        browser.see("summary").click();

        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 26)");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("broken-dark");
    }

    @Test
    void aNarrowScreenNeedsNoScrollingToTheSide() {
        browser.narrow();
        for (String path : List.of(
                "",
                "?domain=two-faults.example",
                "?domain=enforced.example",
                "docs/guide",
                "docs/issues",
                "docs/postfix")) {
            browser.open(HOME + path);
            if (path.startsWith("?")) {
                browser.verdict(path.substring("?domain=".length()));
                browser.see("summary").click();
            }
            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(320L);
        }
        browser.open(HOME + "?domain=two-faults.example");
        browser.verdict("two-faults.example");
        browser.picture("broken-narrow");
    }

    @Test
    void theDocumentsAreReadable() {
        browser.open(HOME + "docs/guide");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("guide-light");
        browser.dark();
        browser.open(HOME + "docs/issues#POLICY_MAX_AGE_SHORT");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("issues-dark");
        browser.open(HOME + "docs/");
        browser.picture("documents-dark");
    }
}

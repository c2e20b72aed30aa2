package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.RunningService;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a report is arranged, so that it can be read in seconds. */
class ReportInBrowserTest extends BrowserTest {

    private static final RunningService SERVICE = new RunningService();
    private static final String HOME = "http://127.0.0.1:" + SERVICE.port() + "/";

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static void report(String domain) {
        browser.open(HOME + "?domain=" + domain);
        browser.verdict(domain);
    }

    @Test
    void theSummaryHasAMarkAWordAndAFigureForEachPart() {
        report("enforced.example");

        assertThat(browser.texts(".summary li").stream().map(row -> row.replaceAll("\\s+", " ")))
                .map(row -> row.replaceAll("\\d+ days", "N days"))
                .containsExactly(
                        "✓ Record valid id 20261101T000000",
                        "✓ Policy enforce max_age N days",
                        "✓ Certificate valid for N days",
                        "✓ MX hosts covered 2 of 2 hosts",
                        "✓ TLSRPT valid 1 address");
        assertThat(browser.texts(".right")).hasSize(5);
        browser.see(".summary a[href='#mx']").click();
        browser.see("#mx:target");
    }

    @ParameterizedTest
    @CsvSource({
        "no-record.example, – – – – –",
        "two-faults.example, ✕ ✕ ✓ – ✕",
        "expired.example, ✓ ✕ ✕ – ✓",
        "uncovered.example, ✓ ✓ ✓ ✕ ✓",
        "servfail.example, ? ✓ ✓ ✓ –",
        "opted-out.example, ✓ – ✓ – –",
    })
    void theMarksSayWhereTheFaultIs(String domain, String marks) {
        report(domain);

        assertThat(String.join(" ", browser.texts(".summary .mark"))).isEqualTo(marks);
    }

    @Test
    void whatToDoComesFirstAndThenTheFaults() {
        report("uncovered.example");

        assertThat(browser.texts("#result h3"))
                .containsExactly(
                        "What to do, in this order",
                        "MX hosts",
                        "MTA-STS record",
                        "Policy host",
                        "Policy file",
                        "TLSRPT record",
                        "For the file");
    }

    @Test
    void ofADomainThatDoesNotExistNothingElseIsShown() {
        report("nosuch.example");

        assertThat(browser.texts("#result h3, .summary, details")).isEmpty();
        assertThat(browser.texts(".issue .source a:first-child")).containsExactly("DOMAIN_NOT_FOUND");
        assertThat(browser.see(".meaning").getText()).contains("does not exist");
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    @Test
    void whereNothingIsKnownAButtonLooksAgain() {
        report("servfail.example");
        browser.run("document.querySelector('h2').dataset.old = 'yes'; return true");
        browser.see(".steps button").click();

        browser.see("h2:not([data-old])");
        assertThat(browser.see("#news h3").getText()).isEqualTo("Nothing changed");
    }

    @Test
    void sectionsOfRfcsAreLinks() {
        report("typo.example");

        assertThat(browser.see("li[value='4'] .rfc").getDomAttribute("href"))
                .isEqualTo("https://www.rfc-editor.org/rfc/rfc8461#section-3.2");
    }

    @Test
    void allStepsAreCopiedAtOnce() {
        report("two-faults.example");
        browser.allowClipboard();
        browser.see("#advice > p > .copy").click();
        browser.until(any -> browser.see("#advice > p > .copy").getText().equals("Copied"));

        assertThat(browser.run("return navigator.clipboard.readText()"))
                .asString()
                .startsWith("1. Publish the repaired policy.\n   https://mta-sts.two-faults.example/")
                .contains("\n   v=TLSRPTv1; rua=mailto:");
    }

    @Test
    void onPaperNothingIsFoldedAndNothingIsToBeClicked() {
        report("two-faults.example");
        browser.paper();

        assertThat(
                        browser.run(
                                "return [...document.querySelectorAll('button, form, nav')].filter(each => each.checkVisibility()).length"))
                .isEqualTo(0L);
        assertThat(browser.see("#record").getText()).contains("v=STSv1; id=2026-11-01");
        assertThat(browser.see("#file").getText()).contains("Checked at", "UTC");
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        browser.picture("paper");
    }

    @Test
    void changesNameIssuesAndLinesThatAppearedOrAreGone() {
        browser.open(HOME);
        Object changes = browser.run("""
                const issue = code => ({code, subject: 'policy', message: code, severity: 'ERROR'});
                const report = (verdict, mx, issues, raw) => ({verdict, issues: issues.map(issue), policy: {raw},
                    dns_record: null, tls_rpt: null, certificate: null, mx: mx.map(host => ({host, preference: 10}))});
                const before = report('BROKEN', ['a.example'], ['A', 'B', 'B'], 'one\\r\\ntwo\\r\\n');
                const now = report('TESTING', ['a.example', 'b.example'], ['B', 'C'], 'one\\r\\nthree\\r\\n');
                return import('/changes.js').then(({changesBetween}) => {
                  const {verdicts, appeared, gone, texts} = changesBetween(before, now);
                  return [verdicts.join(), appeared.map(each => each.code).join(), gone.map(each => each.code).join(),
                    ...texts.map(text => `${text.name}: -${text.gone} +${text.appeared}`)];
                })""");

        assertThat((List<?>) changes)
                .isEqualTo(
                        List.of("BROKEN,TESTING", "C", "A,B", "Policy file: -two +three", "MX hosts: - +10 b.example"));
    }
}

package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A list of domains, over the loopback world. */
class SeveralInBrowserTest extends BrowserTest {

    private static final RunningService SERVICE = new RunningService();
    private static final String SEVERAL = "http://127.0.0.1:" + SERVICE.port() + "/several";

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void whatAListWasUnderstoodAsIsSaidAndWhatIsLeftOutIsNamed() {
        browser.open(SEVERAL);
        browser.type(
                "#domains",
                "# ours\nenforced.example, ENFORCED.example.\nEve <eve@typo.example>; https://testing.example/ nonsense");

        assertThat(browser.see("#understood").getText())
                .isEqualTo("3 domains. One is there twice: enforced.example. One entry is not a domain: nonsense.");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("domains");
    }

    @Test
    void theTableHasARowForEachDomainInTheOrderOfTheList() {
        browser.open(SEVERAL);
        check("testing.example enforced.example servfail.example two-faults.example");

        assertThat(browser.texts("tbody th"))
                .containsExactly("testing.example", "enforced.example", "servfail.example", "two-faults.example");
        assertThat(browser.texts("tbody .verdict")).containsExactly("TESTING", "ENFORCED", "UNDETERMINED", "BROKEN");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("several-light");
    }

    @Test
    void aColumnSortsTheRowsByNeedAndTheOtherWayRound() {
        browser.open(SEVERAL);
        check("testing.example enforced.example two-faults.example");
        browser.see("th:nth-child(2) button").click();

        assertThat(browser.texts("tbody .verdict")).containsExactly("BROKEN", "TESTING", "ENFORCED");
        assertThat(browser.see("th:nth-child(2)").getDomAttribute("aria-sort")).isEqualTo("ascending");
        browser.press(Keys.ENTER);
        assertThat(browser.texts("tbody .verdict")).containsExactly("ENFORCED", "TESTING", "BROKEN");
    }

    @Test
    void aVerdictFiltersTheRowsAndHasItsNumber() {
        browser.open(SEVERAL);
        check("testing.example enforced.example two-faults.example typo.example");
        assertThat(browser.texts(".filter button"))
                .map(text -> text.replaceAll("\\s+", " ").replaceAll(" domains?$", ""))
                .containsExactly("all 4", "BROKEN 2", "TESTING 1", "ENFORCED 1");
        browser.see("[data-verdict='BROKEN']").click();

        assertThat(browser.texts("tbody tr:not([hidden]) th")).containsExactly("two-faults.example", "typo.example");
        assertThat(browser.focused().getDomAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void aRowOpensTheReportThatWasReceivedAndTheKeyboardComesBack() {
        browser.open(SEVERAL);
        check("enforced.example two-faults.example");
        browser.run("document.querySelectorAll('tbody th button')[1].focus(); return 1");
        browser.press(Keys.ENTER);

        assertThat(browser.verdict("two-faults.example")).isNotEmpty();
        assertThat(browser.texts("#report .verdict")).containsExactly("BROKEN");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.see("#report button").click();
        assertThat(browser.focused().getText()).isEqualTo("two-faults.example");
        assertThat(browser.all("#report .verdict")).isEmpty();
    }

    @Test
    void tooManyDomainsAreNotSent() {
        browser.open(SEVERAL);
        browser.run("const list = document.getElementById('domains');"
                + " list.value = Array.from({length: 1001}, (each, i) => `a${i}.example`).join('\\n');"
                + " list.dispatchEvent(new Event('input')); return 1");

        assertThat(browser.see("#understood").getText()).startsWith("1,001 domains are too many");
        browser.see("#check").click();
        assertThat(browser.see("#domains-error").getText()).contains("At most 1,000");
        assertThat(browser.all("table")).isEmpty();
    }

    @Test
    void anEmptyListIsRefusedInItsField() {
        browser.open(SEVERAL);
        browser.see("#check").click();

        assertThat(browser.see("#domains-error").getText()).startsWith("Enter domains");
    }

    @Test
    void aFileIsReadIntoTheList(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("partners.csv"), "a.example;b.example\r\nc.example\r\n");
        browser.open(SEVERAL);
        browser.see("#file").sendKeys(file.toString());

        browser.until(any -> browser.texts("#understood").equals(List.of("3 domains.")));
    }

    @Test
    void theCsvOfThePageIsThatOfTheService() {
        browser.open(SEVERAL);
        Object differences = browser.run("""
                const {csvFile} = await import('/csv.js');
                const send = accept => fetch('/v1/security/mta-sts/batch', {method: 'POST',
                  headers: {'Content-Type': 'application/json', Accept: accept}, body: JSON.stringify({domains: arguments[0]})});
                const lines = (await (await send('application/x-ndjson')).text()).trim().split('\\n').map(line => JSON.parse(line));
                const reports = arguments[0].map(input => lines.find(line => line.input === input));
                const withoutTimes = text => text.replace(/20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z/g, 'TIME').split('\\r\\n');
                const theirs = withoutTimes(await (await send('text/csv')).text());
                const ours = withoutTimes(csvFile(reports));
                return [...ours.filter((line, i) => line !== theirs[i]), theirs.length - ours.length, ours.length - arguments[0].length];
                """, inputs());

        assertThat((List<?>) differences).map(String::valueOf).containsExactly("0", "2");
    }

    @Test
    void itFitsANarrowAndADarkScreen() {
        browser.open(SEVERAL);
        browser.dark();
        check("enforced.example two-faults.example");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("several-list-dark");
        browser.narrow();
        browser.picture("several-list-narrow");
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320L);
    }

    private static List<String> inputs() {
        return Stream.concat(
                        SERVICE.domains().stream(),
                        Stream.of(
                                "=cmd()|a",
                                " @a,=b;\"-c",
                                "a\u202Eb\u200B\u0000\r\n\tc",
                                "\uFF1D1",
                                "x".repeat(300),
                                "\uD83D\uDE00.example",
                                "\u212Amail.example"))
                .toList();
    }

    private static void check(String domains) {
        browser.type("#domains", domains.replace(' ', '\n'));
        browser.see("#check").click();
        browser.until(any -> !browser.texts("tbody .verdict").isEmpty()
                && browser.all("tbody .verdict").size() == domains.split(" ").length
                && browser.texts("#result .actions button").contains("Download CSV"));
    }
}

package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.TestSettings;
import io.github.mtasts.service.kept.Keeping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report for the file: kept, found again at its link, and whole on paper. */
class KeptInBrowserTest extends BrowserTest {

    @Test
    void aKeptReportIsShownAtItsLinkAndIsWholeOnPaper(@TempDir Path folder) {
        Keeping keeping = new Keeping(Optional.of(folder), Duration.ofDays(30));
        try (RunningService service = new RunningService(new TestSettings().keeping(keeping))) {
            browser.open("http://127.0.0.1:" + service.port() + "/?domain=two-faults.example");
            browser.verdict("two-faults.example");
            String digest = browser.see("#file code").getText();
            browser.see("#file dd button").click();
            String link = browser.see("#file dd a").getText();

            browser.newTab();
            browser.open(link);

            assertThat(browser.verdict("two-faults.example")).isEqualTo("BROKEN");
            assertThat(browser.see("#file code").getText()).isEqualTo(digest).startsWith("SHA-256 ");
            assertThat(browser.see(".kept").getText()).startsWith("Kept report: what was found at ");
            assertThat(browser.accessibilityProblems()).isEmpty();
            browser.picture("kept-light");
            browser.paper();
            assertThat(browser.see("#file").getText())
                    .contains("Checked at", "Checked by", "mta-sts-service ", digest, link, "kept until");
            browser.picture("kept-paper");
        }
    }

    @Test
    void anAddressWithoutAReportSaysSo(@TempDir Path folder) {
        Keeping keeping = new Keeping(Optional.of(folder), Duration.ofDays(30));
        try (RunningService service = new RunningService(new TestSettings().keeping(keeping))) {
            browser.open("http://127.0.0.1:" + service.port() + "/report/" + "0".repeat(32));

            assertThat(browser.see("#problem strong").getText()).isEqualTo("No such report");
            browser.forgetErrors();
        }
    }
}

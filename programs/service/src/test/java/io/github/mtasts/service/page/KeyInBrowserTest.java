package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.access.KeyFile;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a service that has keys. */
class KeyInBrowserTest extends BrowserTest {

    @Test
    void theAddressOfADemoOpensThePageWithItsKey(@TempDir Path folder) {
        Path file = folder.resolve("keys");
        String key = new KeyFile(file).add("demo", Instant.EPOCH);
        try (RunningService service = new RunningService(file)) {
            String home = "http://127.0.0.1:" + service.port() + "/";
            browser.open(home + "?domain=typo.example");
            assertThat(browser.see("#key-error").getText()).isEqualTo("This service requires an API key.");
            browser.open(home + "#key=" + key);
            browser.see("#introduction");
            browser.check("typo.example");

            assertThat(browser.verdict("typo.example")).isEqualTo("BROKEN");
            assertThat(browser.url()).isEqualTo(home + "?domain=typo.example");
        }
    }
}

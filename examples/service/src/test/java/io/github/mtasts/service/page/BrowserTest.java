package io.github.mtasts.service.page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A browser for each test; whatever it does, it logs no error and asks nobody but this service. */
@Tag("clients")
abstract class BrowserTest {

    @SuppressWarnings("NullAway.Init")
    Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser();
    }

    @AfterEach
    void nothingWentWrong() {
        try (Browser closed = browser) {
            closed.assertQuiet();
        }
    }
}

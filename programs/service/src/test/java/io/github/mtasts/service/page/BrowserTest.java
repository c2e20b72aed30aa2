package io.github.mtasts.service.page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A tab for each test; whatever happens in it, it logs no error, and asks nobody but this machine. */
@Tag("clients")
abstract class BrowserTest {

    @SuppressWarnings("NullAway.Init")
    static Browser browser;

    @BeforeAll
    static void startBrowser() {
        browser = new Browser();
    }

    @BeforeEach
    void emptyTab() {
        browser.newTab();
    }

    @AfterEach
    void nothingWentWrong() {
        browser.assertQuiet();
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
    }
}

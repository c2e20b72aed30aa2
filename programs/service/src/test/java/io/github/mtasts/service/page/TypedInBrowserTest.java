package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people paste in place of a domain. */
class TypedInBrowserTest extends BrowserTest {

    private static final PageServer SERVER = new PageServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.org                                             | example.org",
                "' example.org '                                         | example.org",
                "example.org.                                            | example.org",
                "https://example.org/path?q=user@example.net             | example.org",
                "https://user:secret@example.org:8443                    | example.org",
                "https://mta-sts.example.org/.well-known/mta-sts.txt     | example.org",
                "https://mta-sts.example.org/                            | mta-sts.example.org",
                "_mta-sts.example.org                                    | example.org",
                "_smtp._tls.example.org.                                 | example.org",
                "postmaster@example.org                                  | example.org",
                "mailto:postmaster@example.org?subject=TLS               | example.org",
                "Jane Doe <jane@example.org>                             | example.org",
                "<example.org>,                                          | example.org",
                "EXAMPLE.org:25                                          | EXAMPLE.org",
                "bücher.example                                          | bücher.example",
                "192.0.2.1                                               | 192.0.2.1",
                "[2001:db8::1]                                           | [2001:db8::1]",
            })
    void theDomainIsWhatIsMeant(String typed, String domain) {
        browser.open(SERVER.url());

        assertThat(browser.run("return import('/typed.js').then(typed => typed.domainOf(arguments[0]))", typed))
                .isEqualTo(domain);
    }

    @Test
    void whatIsReadOfAnAddressIsShown() {
        SERVER.api(exchange -> PageServer.problem(exchange, 503, "Busy", "Too many checks are under way."));
        browser.open(SERVER.url());
        browser.check("postmaster@example.org");
        browser.see("#problem strong");

        assertThat(browser.see("#domain").getDomProperty("value")).isEqualTo("example.org");
        assertThat(browser.see("#domain-note").getText()).isEqualTo("Read from postmaster@example.org");
        assertThat(browser.url()).endsWith("/?domain=example.org");
    }
}

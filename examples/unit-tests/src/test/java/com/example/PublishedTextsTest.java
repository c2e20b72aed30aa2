package com.example;

import static io.github.mtasts.testing.MtaStsAssertions.assertThat;

import io.github.mtasts.testing.DomainTexts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What our own domain publishes is kept in this repository, and tested before anybody sees it. */
class PublishedTextsTest {

    private static final Path FOLDER = Path.of("published");

    @Test
    void ourPolicyIsEnforcedForOurHosts() {
        DomainTexts texts = DomainTexts.of(
                FOLDER.resolve("mta-sts.txt"), FOLDER.resolve("_mta-sts.txt"), FOLDER.resolve("_smtp._tls.txt"));

        assertThat(texts.mx("mail.example.org", "backup.example.org"))
                .isEnforced()
                .hasNoErrors()
                .hasNoWarnings();
    }
}

package io.github.mtasts.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of public suffixes without a list. */
class PublicSuffixesTest {

    @ParameterizedTest
    @CsvSource({"a.b.example.org, example.org", "example.org, example.org", "co.uk, co.uk", "org,"})
    void aNameOfOneLabelIsAPublicSuffix(String domain, String registrable) {
        assertThat(PublicSuffixes.ofOneLabel().registrableDomain(domain).orElse(null))
                .isEqualTo(registrable);
    }
}

package io.github.mtasts.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OkHttp's own list: of registries, and of those who let others register below their names. */
class OkHttpPublicSuffixesTest {

    @ParameterizedTest
    @CsvSource({
        "a.b.example.org, example.org",
        "example.org, example.org",
        "org,",
        "www.bbc.co.uk, bbc.co.uk",
        "co.uk,",
        "github.io,",
        "someone.github.io, someone.github.io",
        "mail.xn--bcher-kva.example, xn--bcher-kva.example",
        "xn--p1ai,",
        "a.example.no-such-tld, example.no-such-tld"
    })
    void theRegistrableDomainIsOneLabelMoreThanAPublicSuffix(String domain, String registrable) {
        assertThat(new OkHttpPublicSuffixes().registrableDomain(domain).orElse(null))
                .isEqualTo(registrable);
    }
}

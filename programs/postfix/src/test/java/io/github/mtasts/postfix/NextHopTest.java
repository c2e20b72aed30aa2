package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.syntax.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The domain that Postfix delivers to, by the key that it asks with. */
class NextHopTest {

    @ParameterizedTest
    @CsvSource({
        "b\u00FCcher.example, xn--bcher-kva.example",
        "stra\u00DFe.example, xn--strae-oqa.example",
        "\uFF47\uFF4F\uFF4F\uFF44.example, good.example",
        "good\u3002example, good.example",
        "go\u00ADod.example, good.example"
    })
    void aDomainInUnicodeIsWhatUts46MakesOfIt(String key, String domain) {
        assertThat(NextHop.of(key).domain()).contains(new DomainName(domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b\u00FCcher.example\uFFFD", "a\u200Bb\u0378.example", "b\u00FCcher..example"})
    void oneOfWhichNoALabelsCanBeMadeIsUnclear(String key) {
        assertThat(NextHop.of(key).domain()).isEmpty();
        assertThat(NextHop.of(key).unclear()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".b\u00FCcher.example",
                "[b\u00FCcher.example]",
                ".example.org",
                "[192.0.2.1]:25",
                "example.org:25"
            })
    void subdomainLookupsLiteralsAndPortsAreNotDomains(String key) {
        assertThat(NextHop.of(key).domain()).isEmpty();
        assertThat(NextHop.of(key).unclear()).isFalse();
    }
}

package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that a repair writes stood whole in the text: a part of a name is another host, which somebody else may own. */
class SplitHostsTest {

    private static final Set<String> CURRENT = Set.of("mx.example.org", "example.org");

    private static String hosts(String value) {
        return MeantHosts.of(Octets.of(value).latin1(), CURRENT).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx2.example .org",
                "mx2.example, .org",
                "mx2.example; .org",
                "mx2.exam ple.org",
                "mx2.exampl#e.org",
                "mx2.exam ple.co.uk",
                "mx.mail.exam ple.co.uk",
                "mx2,example.net",
                "mx2.example,net",
                "mx2.exam/ple.net",
                "mx1/mx2.example.net",
                "mx1.example.net:mx2.example.net",
                "mx2.ex\u0430mple.net",
                ".net",
                "*.net.",
                "1 .example.net",
                "a.example.net b.example.net MX 10 mail"
            })
    void aPartOfANameIsNotAHost(String value) {
        assertThat(hosts(value)).isEmpty();
        assertThat(MeantHosts.of(Octets.of(value).latin1(), CURRENT)).contains(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx .example.org                             | mx.example.org",
                "10 mx.exam ple.org                          | mx.example.org",
                "exam ple.org, mx2.example.org               | example.org mx2.example.org",
                "example.org mx2.example.org                 | example.org mx2.example.org",
                "mx.example.org, .com                        | mx.example.org",
                "mx1.example.net, mx2.example.com            | mx1.example.net mx2.example.com",
                "mx1.example.net/mx2.example.net             | mx1.example.net mx2.example.net",
                "mx1.example.net,mx2.example.net             | mx1.example.net mx2.example.net",
                "10 mx1.example.net 20 mx2.example.net       | mx1.example.net mx2.example.net",
                "mx1.example.net # mx2.example.net           | mx1.example.net",
                "example.net. 3600 IN MX 10 mx2.example.net. | mx2.example.net",
                "'[\"*.example.net\", \"mx.example.com\"]'   | *.example.net mx.example.com",
                "b\u00FCcher.example                         | xn--bcher-kva.example",
                "mx.\u65E5\u672C\u306E.example               | mx.xn--u9ju32nb2a.example",
                "\".example.net\"                            | *.example.net"
            })
    void aHostThatStandsWholeIsRead(String value, String hosts) {
        assertThat(hosts(value)).isEqualTo(hosts);
    }

    @Provide
    Arbitrary<String> namesBrokenUp() {
        return Combinators.combine(
                        Arbitraries.of("mx2.example.net", "mail.example.co.uk", "a.b.example.com"),
                        Arbitraries.integers().between(1, 13),
                        Arbitraries.of(" ", ",", ";", "#", "/", ":", "|", "@", "\u0430", "(", "%20", "\\"))
                .as((name, at, slip) -> name.substring(0, at) + slip + name.substring(at));
    }

    @Property
    void aSlipWithinANameMakesNoOtherHost(@ForAll("namesBrokenUp") String value) {
        assertThat(hosts(value)).isEmpty();
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.of("mx2.example.net", "mail.example.net", "*.b.example.net", "example.org")
                .list()
                .uniqueElements()
                .ofMinSize(2);
    }

    @Property
    void everyHostOfAListIsKept(@ForAll("lists") List<String> names) {
        for (String between : List.of(" ", ",", ";", ", ", " / ", "/", "\t")) {
            assertThat(hosts(String.join(between, names))).isEqualTo(String.join(" ", names));
        }
    }
}

package io.github.mtasts.syntax;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary texts and values: pure noise, and what is nearly right. Texts have one character per octet. */
final class Texts {

    private static final String ALPHANUMERICS = "abcxyzABCXYZ0189";

    private static final List<String> POLICY_PIECES = List.of(
            "version: STSv1\n",
            "version: STSv1\r\n",
            "mode: enforce\n",
            "mode: testing\r\n",
            "mode: none\n",
            "mx: mail.example.com\n",
            "mx: *.example.com\n",
            "max_age: 604800\n",
            "max_age: 0\r\n",
            "x-note: hello\n",
            "version",
            "mode",
            "max_age",
            "mx",
            "STSv1",
            "none",
            "enforce",
            "604800",
            "a.example",
            ":",
            ": ",
            "=",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "*",
            "*.",
            ".",
            ",",
            ";",
            "-",
            "- ",
            "_",
            "#",
            "<",
            "\"",
            "\\",
            "\\n",
            "%0A",
            "&#10;",
            "<br>",
            "[",
            "@",
            "/",
            "1",
            "\0",
            "\u001B",
            "\u007F",
            "\u00FF",
            "\u00C3\u00BC",
            "\u00C3",
            "\u00EF\u00BB\u00BF",
            "\u00E2\u0080\u008B");

    private static final List<String> RECORD_PIECES = List.of(
            "v=STSv1",
            "v=STSv1;",
            "; id=a1",
            ";id=b",
            " ; ",
            "; foo=bar",
            "v=TLSRPTv1",
            "v=TLSRPTv1;",
            "; rua=mailto:a@example.com",
            "rua=",
            ",https://r.example.com/a?b=c",
            ",mailto:b@example.com",
            "http://x",
            "id",
            "v",
            "STSv1",
            "rua",
            "foo",
            "=",
            ";",
            " ",
            "\t",
            ",",
            ".",
            "-",
            "_",
            "!",
            "10m",
            "\"",
            "%2C",
            "%",
            "@",
            ":",
            "/",
            "a",
            "9",
            "\n",
            "\0",
            "\u007F",
            "\u00FF",
            "\u00C2\u00A0");

    private Texts() {}

    static Octets octets(String text) {
        return Octets.ofLatin1(text);
    }

    static Arbitrary<String> noise() {
        return Arbitraries.strings().withCharRange('\0', '\u00FF').ofMaxLength(200);
    }

    static Arbitrary<String> nearlyPolicies() {
        return joined(POLICY_PIECES, 24);
    }

    static Arbitrary<String> nearlyRecords() {
        return Combinators.combine(
                        Arbitraries.of("v=STSv1;", "v=STSv1", "v=TLSRPTv1;", "v=TLSRPTv1", "", " "),
                        joined(RECORD_PIECES, 12))
                .as(String::concat);
    }

    private static Arbitrary<String> joined(List<String> pieces, int most) {
        return Arbitraries.of(pieces).list().ofMaxSize(most).map(list -> String.join("", list));
    }

    /** A few octets taken out, put in, or swapped with their neighbours. */
    static Arbitrary<String> mutated(Arbitrary<String> texts) {
        Arbitrary<List<int[]>> edits = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 255))
                .as((kind, place, octet) -> new int[] {kind, place, octet})
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(texts, edits).as(Texts::edit);
    }

    private static String edit(String text, List<int[]> edits) {
        StringBuilder out = new StringBuilder(text);
        for (int[] edit : edits) {
            int at = edit[1] % out.length();
            char old = out.charAt(at);
            switch (edit[0]) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, (char) edit[2]);
                default -> {
                    out.deleteCharAt(at);
                    out.insert(Math.min(at + 1, out.length()), old);
                }
            }
        }
        return out.toString();
    }

    static Arbitrary<StsRecord> records() {
        return Combinators.combine(ids(), recordExtensions("v", "id")).as(StsRecord::new);
    }

    static Arbitrary<TlsRptRecord> tlsRptRecords() {
        return Combinators.combine(uris().list().ofMinSize(1).ofMaxSize(4), recordExtensions("v", "rua"))
                .as(TlsRptRecord::new);
    }

    static Arbitrary<StsPolicy> policies() {
        Arbitrary<Duration> maxAges = Arbitraries.oneOf(
                        Arbitraries.of(0L, 1L, 31_557_600L, 31_557_601L, 9_999_999_999L),
                        Arbitraries.longs().between(0, 9_999_999_999L))
                .map(Duration::ofSeconds);
        return Combinators.combine(
                        Arbitraries.of(PolicyMode.values()),
                        maxAges,
                        patterns().list().ofMinSize(1).ofMaxSize(5),
                        policyExtensions())
                .as(StsPolicy::new);
    }

    static Arbitrary<DomainName> domains() {
        return domainTexts()
                .filter(name -> !DomainNameParser.isNumeric(name))
                .map(name -> new DomainName(Chars.lower(name)));
    }

    static Arbitrary<MxPattern> patterns() {
        return Combinators.combine(Arbitraries.of("", "*."), domainTexts(), Arbitraries.of("", "", "."))
                .as((wildcard, domain, dot) -> new MxPattern(wildcard + domain + dot));
    }

    private static Arbitrary<String> domainTexts() {
        Arbitrary<String> edge = Arbitraries.strings().withChars(ALPHANUMERICS).ofLength(1);
        Arbitrary<String> inner =
                Arbitraries.strings().withChars(ALPHANUMERICS + "-").ofMaxLength(61);
        Arbitrary<String> labels =
                Combinators.combine(edge, inner, edge).as((first, rest, last) -> first + rest + last);
        return Arbitraries.oneOf(edge, labels).list().ofMinSize(1).ofMaxSize(3).map(list -> String.join(".", list));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings().withChars(ALPHANUMERICS).ofMinLength(1).ofMaxLength(32);
    }

    private static Arbitrary<String> uris() {
        Arbitrary<String> paths =
                Arbitraries.strings().withChars("ab09-._~:/?@$&'()*+=").ofMaxLength(20);
        return Arbitraries.oneOf(
                domainTexts().map(domain -> "mailto:tls+x@" + domain),
                Combinators.combine(domainTexts(), paths).as((host, path) -> "HTTPS://" + host + ":443/%2c" + path));
    }

    private static Arbitrary<Map<String, String>> recordExtensions(String... known) {
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange('!', '~')
                .excludeChars(';', '=')
                .ofMinLength(1)
                .ofMaxLength(20);
        return Arbitraries.maps(names().filter(name -> !List.of(known).contains(name)), values)
                .ofMaxSize(4);
    }

    private static Arbitrary<Map<String, String>> policyExtensions() {
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars(" \u00FC\u4F8B\u202E")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(value -> !value.startsWith(" ") && !value.endsWith(" "));
        return Arbitraries.maps(names().filter(name -> !StsPolicyParser.KEYS.contains(name)), values)
                .ofMaxSize(4);
    }

    private static Arbitrary<String> names() {
        Arbitrary<String> first = Arbitraries.strings().withChars(ALPHANUMERICS).ofLength(1);
        Arbitrary<String> rest =
                Arbitraries.strings().withChars(ALPHANUMERICS + "_-.").ofMaxLength(31);
        return Arbitraries.oneOf(
                Combinators.combine(first, rest).as(String::concat),
                Arbitraries.of("V", "ID", "Mode", "MX", "modes", "maxage", "RUA"));
    }
}

package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A text is valid if and only if the RFC's ABNF, written down here a second time, accepts it. */
class GrammarTest {

    private static final String DELIMITER = "[ \t]*;[ \t]*";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.-]{0,31}";
    private static final Pattern RECORD =
            Pattern.compile("v=STSv1(" + DELIMITER + NAME + "=[!-:<>-~]+)+(" + DELIMITER + ")?");
    private static final Pattern ID = Pattern.compile(DELIMITER + "id=([^; \t]*)");
    private static final Pattern LINE = Pattern.compile(
            "(" + NAME + "):[ \t]*([^\\x00-\\x20\\x7F]([^\\x00-\\x1F\\x7F]*[^\\x00-\\x20\\x7F])?)[ \t]*");
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern MX = Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*\\.?");

    @Provide
    Arbitrary<String> records() {
        Arbitrary<String> fields = mostly(
                List.of("id=a", "id=b2", "foo=1", "x-1=!"),
                List.of("id=", "id=a-b", "foo", "x=a b", "x=a=b", "=", "_a=1", "v=1", "\u00E4=1", ""));
        Arbitrary<String> delimiters = mostly(List.of(";", "; ", " ; "), List.of("\t;", ";;", " ", ",", ";\n"));
        Arbitrary<String> rest = Combinators.combine(delimiters, fields)
                .as(String::concat)
                .list()
                .ofMaxSize(4)
                .map(list -> String.join("", list));
        Arbitrary<String> versions = mostly(List.of("v=STSv1"), List.of("v=STSv2", " v=STSv1", "v=STSv1 "));
        Arbitrary<String> ends = mostly(List.of("", ";", " ; "), List.of(" ", "\t", "; ;"));
        return Combinators.combine(versions, rest, ends).as((version, middle, end) -> version + middle + end);
    }

    @Provide
    Arbitrary<String> policies() {
        Arbitrary<String> versions = mostly(List.of("version: STSv1"), List.of("version: STSv2", "Version: STSv1", ""));
        Arbitrary<String> modes = mostly(
                List.of("mode: enforce", "mode:\tnone", "mode: testing "),
                List.of("mode: None", "mode : none", " mode: none", "mode:", "x: 1"));
        Arbitrary<String> maxAges = mostly(
                List.of("max_age: 1", "max_age:0000000009\t"),
                List.of("max_age: 00000000009", "max_age: 1s", "maxage: 1"));
        Arbitrary<String> hosts = mostly(
                List.of("mx: a.example", "mx: *.example.com."), List.of("mx: a_b", "mx: *", "mx:", "mx: a, b", "x: 1"));
        Arbitrary<List<String>> others = Arbitraries.of(
                        "version: STSv9",
                        "mode: x",
                        "max_age: x",
                        "mx: b.example",
                        "x: a b",
                        "y: \u00C3\u00BC",
                        "",
                        " \t",
                        "x:",
                        "_x: 1",
                        "x: \u00FF",
                        "x: \0",
                        "x: a\tb",
                        "x: mode: none, max_age: 1",
                        "mx: a.example; mode: none",
                        "v=STSv1; id=a",
                        "#",
                        "x: 1\rmode: none")
                .list()
                .ofMaxSize(2);
        Arbitrary<String> lineEnds = mostly(List.of("\n", "\r\n"), List.of("\r", "\n\n", "\r\r\n"));
        return Combinators.combine(versions, modes, maxAges, hosts, others, lineEnds)
                .as((version, mode, maxAge, host, more, lineEnd) -> Stream.concat(
                                Stream.of(version, mode, maxAge, host), more.stream())
                        .map(line -> line + lineEnd)
                        .toList())
                .flatMap(Arbitraries::shuffle)
                .map(lines -> String.join("", lines));
    }

    private static Arbitrary<String> mostly(List<String> good, List<String> odd) {
        return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(good)), Tuple.of(1, Arbitraries.of(odd)));
    }

    @Property(tries = 5_000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void aRecordIsValidIfTheGrammarAcceptsIt(@ForAll("records") String text) {
        assertThat(StsRecord.parse(Texts.octets(text)).value().isPresent())
                .as(text)
                .isEqualTo(isRecord(text));
    }

    @Property(tries = 5_000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void aPolicyIsValidIfTheGrammarAcceptsItWithItsTwoTolerances(@ForAll("policies") String text) {
        assertThat(StsPolicy.parse(Texts.octets(text)).value().isPresent())
                .as(text)
                .isEqualTo(isPolicy(text));
    }

    private static boolean isRecord(String text) {
        Matcher id = ID.matcher(text);
        return RECORD.matcher(text).matches() && id.find() && id.group(1).matches("[A-Za-z0-9]{1,32}");
    }

    private static boolean isPolicy(String text) {
        Map<String, String> first = new HashMap<>();
        boolean mx = false;
        for (String line : Arrays.stream(text.split("\r?\n", -1))
                .filter(line -> !line.matches("[ \t]*"))
                .toList()) {
            Matcher field = LINE.matcher(line);
            if (!field.matches()
                    || !isUtf8(field.group(2))
                    || (field.group(1).equals("mx")
                            && !MX.matcher(field.group(2)).matches())) {
                return false;
            }
            mx |= field.group(1).equals("mx");
            first.putIfAbsent(field.group(1), field.group(2));
        }
        String mode = first.getOrDefault("mode", "");
        return "STSv1".equals(first.get("version"))
                && first.getOrDefault("max_age", "").matches("[0-9]{1,10}")
                && (mode.equals("none") || (mx && (mode.equals("enforce") || mode.equals("testing"))));
    }

    private static boolean isUtf8(String octets) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Texts.octets(octets).bytes()));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}

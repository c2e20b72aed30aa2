package io.github.mtasts.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.syntax.Octets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers wrote can be printed: nothing steers a terminal, forges a line, or runs on. */
class PrintedFactsTest {

    /** A line break, a terminal's escape, a bidi override, a zero-width space, NUL, DEL, a lone surrogate. */
    private static final String HOSTILE = "a\r\nb\u001B[2Jc\u202Ed\u200Be\0f\u007Fg\uD800h\u2028i";

    /** The same as octets of a TXT record or a body. */
    private static final String OCTETS = "a\r\nb\u001B[2Jc\u00E2\u0080\u00AEd\0e\u007Ff\u009Bg";

    private static final int BOUND = 20_000;

    static Stream<Object> factsFullOf() {
        return Stream.of(facts(HOSTILE, OCTETS), facts(HOSTILE.repeat(100_000), OCTETS.repeat(100_000)))
                .flatMap(each -> each);
    }

    private static Stream<Object> facts(String text, String octets) {
        List<String> many = Collections.nCopies(1_000, text);
        CertificateSummary certificate =
                new CertificateSummary(Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH), Optional.of(text), many);
        return Stream.of(
                record(octets, octets),
                new MxHost(10, text),
                new FetchAttempt(text, FetchStatus.OK, text),
                certificate,
                Lookup.without(LookupStatus.SERVER_FAILURE, text),
                Lookup.found(Collections.nCopies(1_000, record(octets))),
                Lookup.found(Collections.nCopies(1_000, new MxHost(10, text))).withAliases(many),
                PolicyResponse.without(FetchStatus.TLS_FAILED, text).toBuilder()
                        .aliases(many)
                        .addresses(many)
                        .attempts(Collections.nCopies(1_000, new FetchAttempt(text, FetchStatus.OK, text)))
                        .certificate(certificate)
                        .build(),
                PolicyResponse.answer(302)
                        .contentTypes(many)
                        .body(Octets.ofLatin1(octets))
                        .location(text)
                        .build());
    }

    private static TxtRecord record(String... octets) {
        return new TxtRecord(Stream.of(octets).map(Octets::ofLatin1).toList());
    }

    @ParameterizedTest
    @MethodSource("factsFullOf")
    void everyFactIsEscapedAndBounded(Object fact) {
        String printed = fact.toString();

        assertThat(printed.codePoints().filter(PrintedFactsTest::doesNotShow)).isEmpty();
        assertThat(printed).hasSizeLessThan(BOUND).contains("\\r\\n", "\\x1B");
    }

    private static boolean doesNotShow(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    @Test
    void aTxtRecordShowsItsStringsJoined() {
        assertThat(TxtRecord.of("v=STSv1; ", "id=1;")).hasToString("\"v=STSv1; id=1;\"");
    }

    @Test
    void utf8IsDecodedToBeRead() {
        assertThat(TxtRecord.of("caf\u00E9")).hasToString("\"caf\u00E9\"");
    }

    @Test
    void aLookupThatFailedTellsWhy() {
        assertThat(Lookup.without(LookupStatus.SERVER_FAILURE, "REFUSED").toString())
                .contains("SERVER_FAILURE")
                .contains("REFUSED");
    }
}

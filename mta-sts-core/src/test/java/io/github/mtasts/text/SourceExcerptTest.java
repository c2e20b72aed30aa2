package io.github.mtasts.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.SourceSpan;
import io.github.mtasts.syntax.Octets;
import org.junit.jupiter.api.Test;

/** Places count octets, terminals count columns: the carets stand under the characters that the octets make. */
class SourceExcerptTest {

    @Test
    void caretsStandUnderThePlace() {
        assertThat(excerpt("a: b\nmode: report\n", 2, 7, 6)).isEqualTo("mode: report\n      ^^^^^^");
    }

    @Test
    void aPlaceWithoutLengthGetsOneCaret() {
        assertThat(excerpt("a\n\nb", 2, 1, 0)).isEqualTo("\n^");
        assertThat(excerpt("mode:", 1, 6, 0)).isEqualTo("mode:\n     ^");
    }

    @Test
    void carriageReturnBeforeLineFeedIsNotShownAndABareOneIs() {
        assertThat(excerpt("mode: a\r\n", 1, 7, 1)).isEqualTo("mode: a\n      ^");
        assertThat(excerpt("mode: a\rmx: b\r\n", 1, 8, 1)).isEqualTo("mode: a\\rmx: b\n       ^^");
    }

    @Test
    void aCharacterOfSeveralOctetsIsOneColumn() {
        assertThat(excerpt("mx: ä.example", 1, 5, 2)).isEqualTo("mx: ä.example\n    ^");
        assertThat(excerpt("mx: ää.example", 1, 9, 8)).isEqualTo("mx: ää.example\n      ^^^^^^^^");
    }

    @Test
    void aWideCharacterIsTwoColumnsAndACombiningMarkNone() {
        assertThat(excerpt("mx: 例え.x", 1, 5, 6)).isEqualTo("mx: 例え.x\n    ^^^^");
        assertThat(excerpt("mx: 😀.x", 1, 9, 2)).isEqualTo("mx: 😀.x\n      ^^");
        assertThat(excerpt("e\u0301x", 1, 4, 1)).isEqualTo("e\u0301x\n ^");
    }

    @Test
    void whatDoesNotShowIsEscapedAndCountsAsItIsShown() {
        assertThat(excerpt("a\u001B[31mb", 1, 2, 1)).isEqualTo("a\\x1B[31mb\n ^^^^");
        assertThat(excerpt("a\u202Eb", 1, 5, 1)).isEqualTo("a\\u{202E}b\n         ^");
        assertThat(excerpt("a\tb", 1, 3, 1)).isEqualTo("a\\tb\n   ^");
    }

    @Test
    void anOctetThatIsNoUtf8IsShownAsItsNumber() {
        assertThat(octets("mx: \u00E4\u00F6x", 1, 5, 1, 40)).isEqualTo("mx: \\xE4\\xF6x\n    ^^^^");
    }

    @Test
    void aLongLineIsCutToAWindowAroundThePlace() {
        String line = "x".repeat(100) + "HERE" + "y".repeat(100);

        assertThat(octets(line, 1, 101, 4, 20)).isEqualTo("…xxxxxHEREyyyyyyyyy…\n      ^^^^");
    }

    @Test
    void aLongPlaceIsCutAtTheEdge() {
        assertThat(octets("mx: " + "z".repeat(100), 1, 5, 100, 20))
                .isEqualTo("mx: zzzzzzzzzzzzzzz…\n    ^^^^^^^^^^^^^^^");
    }

    @Test
    void aPlaceAtTheEndOfALongLineIsShownWithTheEnd() {
        assertThat(octets("x".repeat(100) + "END", 1, 101, 3, 20))
                .isEqualTo("…xxxxxxxxxxxxxxxxEND\n                 ^^^");
    }

    @Test
    void aMegabyteInOneLineIsCutInNoTimeAndNeverInsideACharacter() {
        String line = utf8("ä".repeat(500_000));

        assertThat(octets(line, 1, 500_001, 2, 20)).isEqualTo("…ääääääääääääääääää…\n      ^");
    }

    private static String excerpt(String text, int line, int column, int length) {
        return octets(utf8(text), line, column, length, 40);
    }

    private static String octets(String octets, int line, int column, int length, int room) {
        SourceExcerpt excerpt = SourceExcerpt.of(Octets.ofLatin1(octets), new SourceSpan(line, column, length), room);
        return excerpt.text() + "\n" + " ".repeat(excerpt.offset()) + "^".repeat(excerpt.carets());
    }

    private static String utf8(String text) {
        return Octets.of(text).latin1();
    }
}

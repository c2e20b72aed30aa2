package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wire text keeps every octet, and is shown so that people can read it and nothing can harm them. */
class OctetsTest {

    private static final byte[] NOT_UTF8 = {'g', 'r', (byte) 0xFC, 'n'};

    @Test
    void everyOctetIsKept() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        assertThat(Octets.of(all).bytes()).isEqualTo(all);
        assertThat(Octets.ofLatin1(Octets.of(all).latin1())).isEqualTo(Octets.of(all));
        assertThat(Octets.of(all).length()).isEqualTo(256);
    }

    @Test
    void changingTheArrayChangesNothing() {
        byte[] given = {'a'};
        Octets octets = Octets.of(given);
        given[0] = 'b';
        octets.bytes()[0] = 'c';

        assertThat(octets).isEqualTo(Octets.of("a")).hasSameHashCodeAs(Octets.of("a"));
        assertThat(octets).isNotEqualTo(Octets.of("b"));
    }

    @Test
    void textIsEncodedAsUtf8() {
        assertThat(Octets.of("gr\u00FCn").bytes()).containsExactly('g', 'r', 0xC3, 0xBC, 'n');
    }

    @Test
    void aCharacterThatIsNotAnOctetIsRefused() {
        assertThat(Octets.ofLatin1("\u00FF").bytes()).containsExactly(0xFF);
        assertThatIllegalArgumentException().isThrownBy(() -> Octets.ofLatin1("\u0100"));
    }

    @Test
    void utf8IsDecoded() {
        assertThat(Octets.of("gr\u00FC\u00DFe").decoded()).isEqualTo("gr\u00FC\u00DFe");
        assertThat(Octets.of("gr\u00FC\u00DFe").quoted()).isEqualTo("\"gr\u00FC\u00DFe\"");
    }

    @Test
    void whatIsNotUtf8HasOneCharacterPerOctet() {
        assertThat(Octets.of(NOT_UTF8).decoded()).isEqualTo("gr\u00FCn");
    }

    @Test
    void aQuotationIsEscapedAndBounded() {
        assertThat(Octets.of("a\r\n\u202E")).hasToString("\"a\\r\\n\\u{202E}\"");
        assertThat(Octets.of("a".repeat(1 << 20)).quoted())
                .startsWith("\"" + "a".repeat(200))
                .contains("\u2026")
                .hasSizeLessThan(205);
        assertThat(Octets.ofLatin1("\u00FF".repeat(5000)).quoted()).hasSizeLessThan(205);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aQuotationIsNotCutWithinACharacter(int before) {
        String email = "\uD83D\uDCE7";

        assertThat(Octets.of("a".repeat(before) + email.repeat(2000)).quoted())
                .startsWith('"' + "a".repeat(before) + email.repeat(90))
                .doesNotContain("\u00F0");
        assertThat(Octets.of("a".repeat(before) + "\u202E".repeat(2000)).quoted())
                .startsWith('"' + "a".repeat(before) + "\\u{202E}\\u{202E}");
    }
}

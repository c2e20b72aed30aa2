package io.github.mtasts.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers write is printed so that it steers no terminal, forges no line and has an end. */
class RemoteTextTest {

    @Test
    void whatShowsStaysAsItIs() {
        String text = "a~ \u00FC \u4F8B \uD83D\uDCE7 \u0661";

        assertThat(RemoteText.escape(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x01, 0x1B, 0x7F, 0x85, 0x9B, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x2003,
                0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x3164,
                0xD800, 0xDFFF, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFE, 0xE0001, 0xE0061, 0x10FFFF
            })
    void whatDoesNotShowIsEscaped(int codePoint) {
        assertThat(RemoteText.escape("a" + Character.toString(codePoint) + "b"))
                .startsWith("a\\")
                .endsWith("b")
                .matches("[ -~]+");
    }

    @ParameterizedTest
    @CsvSource({
        "0x0D, \\r",
        "0x0A, \\n",
        "0x09, \\t",
        "0, \\0",
        "0x1B, \\x1B",
        "0x9B, \\x9B",
        "0x202E, \\u{202E}",
        "0xE0001, \\u{E0001}"
    })
    void escapesNameTheCharacter(String codePoint, String escape) {
        assertThat(RemoteText.escape(Integer.decode(codePoint).intValue())).isEqualTo(escape);
    }

    @Test
    void aTextWithQuotationMarksIsQuotedInOthers() {
        assertThat(RemoteText.quote("\"STSv1\"")).isEqualTo("'\"STSv1\"'");
        assertThat(RemoteText.quote("it's")).isEqualTo("\"it's\"");
        assertThat(RemoteText.quote("it's \"it\"")).isEqualTo("\"it's \"it\"\"");
    }

    @Test
    void twoHundredCharactersAreNotCut() {
        assertThat(RemoteText.escape("a".repeat(200))).isEqualTo("a".repeat(200));
        assertThat(RemoteText.quote("a".repeat(200))).isEqualTo('"' + "a".repeat(200) + '"');
    }

    @Test
    void moreIsCutAndSaysSo() {
        assertThat(RemoteText.escape("a".repeat(201))).isEqualTo("a".repeat(200) + "\u2026");
        assertThat(RemoteText.quote("a".repeat(1 << 20)))
                .startsWith("\"" + "a".repeat(200))
                .contains("\u2026")
                .hasSizeLessThan(205);
    }

    @Test
    void anEscapeIsNeverCutInTwo() {
        assertThat(RemoteText.escape("a".repeat(198) + "\u202E")).isEqualTo("a".repeat(198) + "\u2026");
    }

    @Test
    void aListShowsTenAndCountsAll() {
        assertThat(RemoteText.list(Collections.nCopies(10, "a"))).isEqualTo("a, a, a, a, a, a, a, a, a, a");
        assertThat(RemoteText.list(Collections.nCopies(5000, "a\n")))
                .isEqualTo("a\\n, ".repeat(9) + "a\\n and 4990 more");
    }
}

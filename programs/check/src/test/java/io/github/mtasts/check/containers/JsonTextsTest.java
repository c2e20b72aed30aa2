package io.github.mtasts.check.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one JSON text ends and the next one begins; in the tables, {@code /} is a line end, and {@code ¦} parts texts. */
class JsonTextsTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{a}/{b}/, {a}¦{b}, one on each line",
                "{a}{b}, {a}¦{b}, without anything between them",
                "{/ {}/}/{/}, {/ {}/}¦{/}, over several lines",
                "[{}]/{b}, [{}]¦{b}, an array",
                "`{\"}{\"}{b}`, `{\"}{\"}¦{b}`, braces in a string",
                "`{\"\\\"}\"}{b}`, `{\"\\\"}\"}¦{b}`, an escaped quotation mark",
                "{]}{b}, {]}¦{b}, a bracket that fits nothing",
            })
    void eachTextEndsWithItsLastBrace(String file, String texts, String reason) throws IOException {
        assertThat(split(file)).containsExactly(texts.replace('/', '\n').split("¦"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{a: 1/{b}, {a: 1/¦{b}, cut off behind a value",
                "`{\"a/{b}`, `{\"a/¦{b}`, cut off within a string",
                "{a} x/{b}, {a}¦x/¦{b}, followed by something else",
                "`{a},{b}`, `{a}¦,¦{b}`, with commas between them",
            })
    void aBrokenTextTakesNoOtherWithIt(String file, String texts, String reason) throws IOException {
        assertThat(split(file)).containsExactly(texts.replace('/', '\n').split("¦"));
    }

    @Test
    void anObjectWithinATextMayBeginALine() throws IOException {
        assertThat(split("{a: [/{}, /{}], b:/{}}")).hasSize(1);
    }

    @Test
    void aFileThatBeginsOtherwiseIsOneText() throws IOException {
        assertThat(split("x {a}/{b}")).containsExactly("x {a}\n{b}");
        assertThat(split(" /")).containsExactly(" \n");
    }

    @Test
    void aByteOrderMarkBelongsToTheTextBehindIt() throws IOException {
        assertThat(split("\u00EF\u00BB\u00BF{a}\u00EF\u00BB\u00BF{b}"))
                .containsExactly("\u00EF\u00BB\u00BF{a}", "\u00EF\u00BB\u00BF{b}");
    }

    @Test
    void whatWasNotReadOfATextIsSkipped() throws IOException {
        JsonTexts texts = texts("{a}{b}");

        assertThat(texts.first().read()).isEqualTo('{');
        assertThat(texts.hasNext()).isTrue();
        assertThat(new String(texts.next().readAllBytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("{b}");
        assertThat(texts.hasNext()).isFalse();
    }

    private static List<String> split(String file) throws IOException {
        JsonTexts texts = texts(file);
        List<String> found = new ArrayList<>();
        found.add(new String(texts.first().readAllBytes(), StandardCharsets.ISO_8859_1));
        while (texts.hasNext()) {
            found.add(new String(texts.next().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
        return found;
    }

    private static JsonTexts texts(String file) {
        byte[] octets = file.replace('/', '\n').getBytes(StandardCharsets.ISO_8859_1);
        return new JsonTexts(new ByteArrayInputStream(octets));
    }
}

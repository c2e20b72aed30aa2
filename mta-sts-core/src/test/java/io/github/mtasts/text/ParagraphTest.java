package io.github.mtasts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text broken between words. */
class ParagraphTest {

    @Test
    void linesEndBetweenWords() {
        assertThat(Paragraph.wrap("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void aWordThatIsTooLongIsBroken() {
        assertThat(Paragraph.wrap("a abcdefgh b", 4)).containsExactly("a", "abcd", "efgh", "b");
    }

    @Test
    void aUrlIsBrokenBehindASlash() {
        assertThat(Paragraph.wrap("https://host.example/.well-known/x", 30))
                .containsExactly("https://host.example/", ".well-known/x");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(Paragraph.wrap("例例 例", 4)).containsExactly("例例", "例");
    }

    @Test
    void nothingThatSteersATerminalComesThrough() {
        assertThat(Paragraph.wrap("a\u001B[2J\nb\u202E", 40)).containsExactly("a\\x1B[2J\\nb\\u{202E}");
    }

    @Test
    void wordsWithBlanksStayWhole() {
        assertThat(Paragraph.fill(List.of("see", "(RFC 8461 §3.2)"), 16)).containsExactly("see", "(RFC 8461 §3.2)");
    }

    @Test
    void anEmptyTextIsAnEmptyLine() {
        assertThat(Paragraph.wrap("", 10)).containsExactly("");
    }
}

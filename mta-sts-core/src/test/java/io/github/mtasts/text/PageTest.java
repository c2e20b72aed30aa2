package io.github.mtasts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a page makes of text. */
class PageTest {

    @Test
    void paintIsLeftOutWithoutColour() {
        assertThat(new Page(80, false).paint(Paint.RED, "x")).isEqualTo("x");
        assertThat(new Page(80, true).paint(Paint.RED, "x")).isEqualTo("\u001B[1;31mx\u001B[0m");
    }

    @Test
    void aPageStaysReadable() {
        assertThat(new Page(5, false).width()).isEqualTo(30);
    }
}

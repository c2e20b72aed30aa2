package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.text.Page;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Colour and width are what the environment and the terminal say. */
class TerminalTest {

    @Test
    void colourIsForTerminalsAlone() {
        assertThat(Terminal.of(Map.of(), Optional.of(100))).isEqualTo(new Page(100, true));
        assertThat(Terminal.of(Map.of(), Optional.empty())).isEqualTo(new Page(80, false));
    }

    @Test
    void noColorIsHonouredUnlessItIsEmpty() {
        assertThat(Terminal.of(Map.of("NO_COLOR", "1"), Optional.of(80)).colour())
                .isFalse();
        assertThat(Terminal.of(Map.of("NO_COLOR", ""), Optional.of(80)).colour())
                .isTrue();
    }

    @Test
    void aDumbTerminalGetsNoColour() {
        assertThat(Terminal.of(Map.of("TERM", "dumb"), Optional.of(80)).colour())
                .isFalse();
    }

    @Test
    void columnsComeBeforeWhatTheTerminalSays() {
        assertThat(Terminal.of(Map.of("COLUMNS", "60"), Optional.of(100)).width())
                .isEqualTo(60);
        assertThat(Terminal.of(Map.of("COLUMNS", "sixty"), Optional.of(100)).width())
                .isEqualTo(100);
    }

    @Test
    void aTerminalThatDoesNotKnowItsWidthHasEightyColumns() {
        assertThat(Terminal.of(Map.of(), Optional.of(0))).isEqualTo(new Page(80, true));
    }

    @Test
    void theWidthStaysReadable() {
        assertThat(Terminal.of(Map.of("COLUMNS", "5"), Optional.empty()).width())
                .isEqualTo(30);
        assertThat(Terminal.of(Map.of("COLUMNS", "999"), Optional.empty()).width())
                .isEqualTo(120);
    }
}

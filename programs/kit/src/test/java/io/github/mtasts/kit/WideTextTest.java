package io.github.mtasts.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void wideTextIsNamedWithOrWithoutItsMark(String charset) {
        assertThat(WideText.encoding("{\"a\": 1}".getBytes(Charset.forName(charset))))
                .contains(charset.substring(0, 6));
    }

    @Test
    void anyOtherTextIsNot() {
        assertThat(WideText.encoding("bücher: {}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(WideText.encoding("bücher: {}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(WideText.encoding(new byte[0])).isEmpty();
        assertThat(WideText.encoding(new byte[64])).isEmpty();
    }
}

package io.github.mtasts.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as the programs read and write it. */
class JsonTest {

    @Test
    void whatDoesNotShowIsWrittenAsAnEscape() {
        assertThat(Json.write(Map.of("raw", "a\u202eb\u200b\n"))).isEqualTo("{\"raw\":\"a\\u202eb\\u200b\\n\"}");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Json.readObject("\ufeff{\"a\":1}".getBytes(UTF_8))).containsEntry("a", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{\"a\":1,\"a\":2}", "{} {}", "{"})
    void whatIsNotOneObjectIsRefused(String text) {
        assertThatThrownBy(() -> Json.readObject(text.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }
}

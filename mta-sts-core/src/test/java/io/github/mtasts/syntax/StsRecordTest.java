package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StsRecordTest {

    @Test
    void aRecordIsWrittenWithItsVersionFirst() {
        assertThat(new StsRecord("20261124T093000", Map.of("foo", "bar")).toTxt())
                .isEqualTo("v=STSv1; id=20261124T093000; foo=bar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "a b", "a;", "\u00E4", "\u0661", "a23456789012345678901234567890123"})
    void refusesAnIdThatIsNone(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StsRecord(id, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"v, STSv1", "id, b", "_x, 1", "'', 1", "foo, ''", "foo, b=c", "foo, b;c", "foo, b c", "foo, b\u00E4"})
    void refusesAnExtensionThatCannotBeWritten(String name, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StsRecord("a", Map.of(name, value)));
    }

    @Test
    void refusesAnExtensionWithALineEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StsRecord("a", Map.of("foo", "b\n")));
    }
}

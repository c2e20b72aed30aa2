package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsRptRecordTest {

    private static final String MAIL = "mailto:a@example.com";

    @Test
    void aTlsRptRecordIsWrittenWithItsVersionFirst() {
        assertThat(new TlsRptRecord(List.of(MAIL, "https://r.example.com/v1"), Map.of("foo", "bar")).toTxt())
                .isEqualTo("v=TLSRPTv1; rua=mailto:a@example.com,https://r.example.com/v1; foo=bar");
    }

    @Test
    void itsUrisAreReadInTheirOrderAndSpelling() {
        var parsed = TlsRptRecord.parse("v=TLSRPTv1; rua=HTTPS://R.example.com/ , mailto:a@example.com");

        assertThat(parsed.value().orElseThrow().rua()).containsExactly("HTTPS://R.example.com/", MAIL);
    }

    @Test
    void refusesToHaveNoUri() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TlsRptRecord(List.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a@example.com",
                "http://r.example.com",
                "mailto:",
                "mailto:a",
                "https://",
                "https:///x",
                "mailto:a@example.com!10m",
                "https://r.example.com/a,b",
                "https://r.example.com/a;b",
                "https://r.example.com/a b",
                "https://r.example.com/%zz",
                "https://r.example.com/\u00E4"
            })
    void refusesAUriThatReportsCannotBeSentTo(String uri) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TlsRptRecord(List.of(MAIL, uri), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"v, TLSRPTv1", "rua, b", "_x, 1", "foo, ''", "foo, b=c", "foo, b;c"})
    void refusesAnExtensionThatCannotBeWritten(String name, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TlsRptRecord(List.of(MAIL), Map.of(name, value)));
    }
}

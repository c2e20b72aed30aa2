package io.github.mtasts.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code quirks.vectors}: reports as reporters write them are read, and what departs from the RFC is said. */
class QuirksTest {

    static List<Quirk> quirks() {
        return Quirk.all();
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void isReadAsTheVectorSays(Quirk quirk) {
        ReadReport read = TlsRptReport.fromMap(quirk.report());

        assertThat(read.deviations())
                .extracting(Deviation::toString)
                .containsExactlyInAnyOrderElementsOf(quirk.deviations());
        assertThat(read.valid()).isEqualTo(quirk.valid());
        assertThat(read.deviations().stream().anyMatch(Deviation::fatal)).isNotEqualTo(read.valid());
        assertThat(read.report().equals(unchanged())).isEqualTo(quirk.same());
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void whatWasReadIsWrittenByTheRfc(Quirk quirk) {
        TlsRptReport report = TlsRptReport.fromMap(quirk.report()).report();

        assertThat(TlsRptReport.fromMap(report.toMap()).report()).isEqualTo(report);
    }

    private static TlsRptReport unchanged() {
        return TlsRptReport.fromMap(new Quirk("", Map.of(), true, true, List.of()).report())
                .report();
    }
}

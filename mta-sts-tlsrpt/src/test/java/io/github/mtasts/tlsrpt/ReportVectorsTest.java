package io.github.mtasts.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code report.vectors}: reports are read as reporters write them, and where they deviate from the RFC is listed. */
class ReportVectorsTest {

    static List<Quirk> quirks() {
        return Quirk.all();
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void theReportIsReadAsTheVectorSays(Quirk quirk) {
        ReadReport read = TlsRptReport.fromMap(quirk.report());

        assertThat(read.deviations())
                .extracting(Quirk::deviation)
                .containsExactlyInAnyOrderElementsOf(quirk.deviations());
        assertThat(read.valid()).isEqualTo(quirk.valid());
        assertThat(read.deviations().stream().anyMatch(deviation -> deviation.severity() == Severity.ERROR))
                .isNotEqualTo(read.valid());
        assertThat(read.report().equals(unchanged())).isEqualTo(quirk.same());
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void whatWasReadIsWrittenByTheRfc(Quirk quirk) {
        TlsRptReport report = TlsRptReport.fromMap(quirk.report()).report();

        assertThat(TlsRptReport.fromMap(report.toMap()).report()).isEqualTo(report);
    }

    private static TlsRptReport unchanged() {
        return TlsRptReport.fromMap(new Quirk("", Optional.empty(), Map.of(), true, true, List.of()).report())
                .report();
    }
}

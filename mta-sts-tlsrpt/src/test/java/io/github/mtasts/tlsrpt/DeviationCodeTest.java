package io.github.mtasts.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of a deviation has a vector, a near miss, and an entry in docs/deviations.md. */
class DeviationCodeTest {

    /** One is about octets, of which a map has none; the other comes after a hundred deviations. */
    private static final Set<DeviationCode> NOT_IN_VECTORS =
            EnumSet.of(DeviationCode.REPORT_BYTE_ORDER_MARK, DeviationCode.REPORT_DEVIATIONS_OMITTED);

    private final List<Quirk> quirks = Quirk.all();

    static Stream<DeviationCode> codes() {
        return Arrays.stream(DeviationCode.values()).filter(code -> !NOT_IN_VECTORS.contains(code));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAVector(DeviationCode code) {
        assertThat(quirks).anyMatch(quirk -> quirk.expects(code));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasANearMiss(DeviationCode code) {
        assertThat(quirks)
                .anyMatch(quirk -> quirk.nearMiss().filter(code::equals).isPresent());
    }

    @Test
    void noNearMissExpectsItsCode() {
        assertThat(quirks)
                .noneMatch(quirk -> quirk.nearMiss().filter(quirk::expects).isPresent());
    }

    @Test
    void aDeviationAsJsonHasTheFieldsOfAnIssueAndItsPath() {
        assertThat(new Deviation(DeviationCode.REPORT_MEMBER_MISSING, "contact-info", "contact-info is missing", 1)
                        .toMap()
                        .toString())
                .isEqualTo("{code=REPORT_MEMBER_MISSING, severity=WARNING, message=contact-info is missing, "
                        + "remedy=" + DeviationCode.REPORT_MEMBER_MISSING.remedy()
                        + ", rfc=RFC 8460 §4.4, path=contact-info, places=1}");
    }

    @Test
    void thePageIsCurrent() throws IOException {
        Path generated = Files.writeString(Path.of("target", "deviations.md"), page());

        assertThat(Files.readString(Path.of("..", "docs", "deviations.md")))
                .as("docs/deviations.md: the current page is in mta-sts-tlsrpt/" + generated + ", copy it")
                .isEqualTo(page());
    }

    private static String page() {
        StringBuilder out = new StringBuilder("""
                # Deviations

                How received TLS reports can deviate from RFC 8460. This page is generated from the catalogue in the code.

                An error makes the report invalid: something without which it means nothing is missing or cannot be read.
                A warning breaks a rule, but the report can be used. The remedy is for the reporter's software.
                """);
        for (DeviationCode code : DeviationCode.values()) {
            String severity = code.severity().name();
            out.append("\n## ").append(code).append("\n\n");
            out.append(severity.charAt(0))
                    .append(severity.substring(1).toLowerCase(Locale.ROOT))
                    .append(" · ")
                    .append(code.reference());
            out.append("\n\n").append(code.meaning());
            out.append("\n\n").append(code.remedy()).append('\n');
        }
        return out.toString();
    }
}

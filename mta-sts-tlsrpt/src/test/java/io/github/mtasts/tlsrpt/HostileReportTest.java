package io.github.mtasts.tlsrpt;

import static io.github.mtasts.tlsrpt.DeviationCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A report is text from strangers, and may be as large as they like. */
class HostileReportTest {

    @Test
    void whatManyPoliciesHaveInCommonIsListedOnce() {
        Map<String, Object> policy = Map.of(
                "policy", Map.of("policy-type", "sts", "policy-domain", "example.org", "policy-string", List.of("x")),
                "summary", Map.of("total-successful-session-count", "1", "total-failure-session-count", 0));

        ReadReport read = TlsRptReport.fromMap(Map.of("policies", Collections.nCopies(10_000, policy)));

        assertThat(read.report().successfulSessions()).isEqualTo(10_000);
        assertThat(read.deviations())
                .contains(
                        new Deviation(
                                REPORT_MEMBER_MISSING,
                                "policies[0].policy.mx-host",
                                "policies[0].policy.mx-host is missing",
                                10_000),
                        new Deviation(
                                REPORT_MEMBER_TYPE_NONSTANDARD,
                                "policies[0].summary.total-successful-session-count",
                                "policies[0].summary.total-successful-session-count is a string, not a number",
                                10_000))
                .hasSize(6);
        assertThat(read.deviations().get(4))
                .hasToString("policies[0].summary.total-successful-session-count is a string, not a number"
                        + " (and in 9999 more places)");
    }

    @Test
    void aHundredDeviationsAreEnough() {
        Map<String, Object> members =
                IntStream.range(0, 5000).boxed().collect(Collectors.toMap(i -> "x" + i, i -> (Object) i));

        List<Deviation> deviations = TlsRptReport.fromMap(members).deviations();

        assertThat(deviations).hasSize(101);
        assertThat(deviations.get(100))
                .hasToString("the report deviates in 4905 more ways or places that are not listed")
                .returns(REPORT_DEVIATIONS_OMITTED, Deviation::code);
    }

    @Test
    void nothingIsOmittedFromExactlyAHundred() {
        Map<String, Object> members =
                IntStream.range(0, 95).boxed().collect(Collectors.toMap(i -> "x" + i, i -> (Object) i));

        assertThat(TlsRptReport.fromMap(members).deviations())
                .hasSize(100)
                .noneMatch(deviation -> deviation.code() == REPORT_DEVIATIONS_OMITTED);
    }

    @Test
    void namesOfMembersAreEscapedAndBounded() {
        List<Deviation> deviations = TlsRptReport.fromMap(Map.of("\u001B[2J\u202E" + "x".repeat(10_000), 1))
                .deviations();

        assertThat(deviations.get(deviations.size() - 1).path())
                .startsWith("\\x1B[2J\\u{202E}xxx")
                .hasSizeLessThan(210);
    }

    @Test
    void sumsDoNotOverflow() {
        OptionalLong most = OptionalLong.of(Long.MAX_VALUE);
        ReportedPolicy policy =
                new ReportedPolicy(Optional.empty(), List.of(), Optional.empty(), List.of(), most, most, List.of());
        TlsRptReport report = new TlsRptReport(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Collections.nCopies(3, policy));

        assertThat(report.successfulSessions()).isEqualTo(Long.MAX_VALUE);
        assertThat(report.failedSessions()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void numbersOfAnySizeAndKindAreNumbers() {
        assertThat(successful(new BigDecimal("12"))).isEqualTo(12);
        assertThat(successful(new BigInteger("12"))).isEqualTo(12);
        assertThat(successful(BigInteger.TEN.pow(400))).isZero();
        assertThat(successful(new BigDecimal("1e400000000"))).isZero();
        assertThat(successful(Double.NaN)).isZero();
    }

    @Test
    void keysThatAreNotStringsAreUnknownMembers() {
        assertThat(TlsRptReport.fromMap(Map.of(5, 6)).deviations())
                .contains(new Deviation(REPORT_MEMBER_UNKNOWN, "5", "5 is not defined in RFC 8460, and is ignored", 1));
    }

    @Test
    void negativeCountsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportedPolicy(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        OptionalLong.of(0),
                        OptionalLong.of(-1),
                        List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deviation(REPORT_MEMBER_MISSING, "a", "b", 0));
        Optional<String> none = Optional.empty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureDetails(none, none, none, none, none, OptionalLong.of(-1), none, none));
    }

    private static long successful(Number count) {
        return TlsRptReport.fromMap(
                        Map.of("policies", List.of(Map.of("summary", Map.of("total-successful-session-count", count)))))
                .report()
                .successfulSessions();
    }
}

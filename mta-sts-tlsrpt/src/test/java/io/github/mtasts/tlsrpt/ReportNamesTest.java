package io.github.mtasts.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that a report has on its way are those of RFC 8460, whatever its id is. */
class ReportNamesTest {

    private static final DomainName SUBMITTER = new DomainName("mail.post.example");
    private static final Instant END = Instant.parse("2026-11-23T23:59:59Z");

    @ParameterizedTest
    @CsvSource({
        "5065427c-23d3-47ca,   mail.post.example!example.org!1795392000!1795478399!5065427c23d347ca.json.gz",
        "001,                  mail.post.example!example.org!1795392000!1795478399!001.json.gz",
        "../../etc/passwd!x,   mail.post.example!example.org!1795392000!1795478399!etcpasswdx.json.gz",
        "é_-!,                 mail.post.example!example.org!1795392000!1795478399.json.gz"
    })
    void aFileNameHoldsOfTheIdWhatTheGrammarAllows(String id, String name) {
        assertThat(report(id, "example.org").fileName(SUBMITTER)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "735ff.e317+bf22029,        735ff.e317+bf22029",
        "2026-11-23T00:00:00Z_x.org, 2026-11-23T00-00-00Z_x.org",
        "a@post.example,            a-post.example",
        ".a..b.,                    -a.-b-",
        "'<a>\r\nBcc: x',           -a---Bcc--x",
        "é,                         -",
        "'',                        -"
    })
    void aSubjectHoldsTheIdAsTheLeftOfAMessageId(String id, String left) {
        assertThat(report(id, "example.org").subject(SUBMITTER))
                .isEqualTo("Report Domain: example.org Submitter: mail.post.example Report-ID: <" + left
                        + "@mail.post.example>");
    }

    @Test
    void namesStayShort() {
        TlsRptReport report = report("x".repeat(5000), "example.org");

        assertThat(report.fileName(SUBMITTER)).hasSizeLessThan(255);
        assertThat(report.subject(SUBMITTER)).hasSizeLessThan(255);
    }

    @Test
    void aReportWithoutAnIdHasAFileNameWithoutOne() {
        TlsRptReport report = report(Optional.of(END), Optional.empty(), "example.org");

        assertThat(report.fileName(SUBMITTER)).isEqualTo("mail.post.example!example.org!1795392000!1795478399.json.gz");
        assertThatIllegalStateException().isThrownBy(() -> report.subject(SUBMITTER));
    }

    @Test
    void aReportOnNoDomainOrSeveralHasNoNames() {
        TlsRptReport none = report("x");
        TlsRptReport two = report("x", "example.org", "example.net");
        TlsRptReport hostile = report("x", "../example.org");

        assertThat(List.of(none, two, hostile)).allSatisfy(report -> {
            assertThat(report.policyDomain()).isEmpty();
            assertThatIllegalStateException().isThrownBy(() -> report.fileName(SUBMITTER));
            assertThatIllegalStateException().isThrownBy(() -> report.subject(SUBMITTER));
        });
    }

    @Test
    void namesOfOneDomainMayDifferInCaseAndFinalDot() {
        assertThat(report("x", "Example.ORG.", "example.org").policyDomain()).contains(new DomainName("example.org"));
    }

    @Test
    void aReportWithoutItsTimeHasNoFileName() {
        TlsRptReport report = report(Optional.empty(), Optional.of("x"), "example.org");

        assertThatIllegalStateException()
                .isThrownBy(() -> report.fileName(SUBMITTER))
                .withMessageContaining("end");
    }

    private static TlsRptReport report(String id, String... domains) {
        return report(Optional.of(END), Optional.of(id), domains);
    }

    private static TlsRptReport report(Optional<Instant> end, Optional<String> id, String... domains) {
        return new TlsRptReport(
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-23T00:00:00Z")),
                end,
                Optional.empty(),
                id,
                List.of(domains).stream()
                        .map(domain -> new ReportedPolicy(
                                Optional.of("sts"),
                                List.of(),
                                Optional.of(domain),
                                List.of(),
                                OptionalLong.of(1),
                                OptionalLong.of(0),
                                List.of()))
                        .toList());
    }
}

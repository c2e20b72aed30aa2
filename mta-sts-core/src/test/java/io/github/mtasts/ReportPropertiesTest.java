package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A report of any state of the world, and of any text, is read from its JSON as it was written. */
class ReportPropertiesTest {

    private static final int TRIES = 500;
    private static final String SEED = "8461";

    private final ObjectMapper json = new ObjectMapper();

    @Provide
    Arbitrary<MtaStsReport> reports() {
        return ArbitraryEvidence.any().map(HealthyDomain::judge);
    }

    @Provide
    Arbitrary<TextReport> textReports() {
        return Combinators.combine(Arbitraries.of(TextKind.values()), ArbitraryEvidence.any())
                .as((kind, evidence) -> TextReport.of(kind, text(kind, evidence).bytes(), Instant.EPOCH));
    }

    private static Octets text(TextKind kind, Evidence evidence) {
        return switch (kind) {
            case RECORD -> first(evidence.mtaStsTxt());
            case POLICY -> evidence.policy().body().orElse(Octets.of(""));
            case TLS_RPT -> first(evidence.tlsRptTxt());
        };
    }

    private static Octets first(Lookup<TxtRecord> lookup) {
        return lookup.records().stream().findFirst().map(TxtRecord::octets).orElse(Octets.of(""));
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void aReportSurvivesItsMap(@ForAll("reports") MtaStsReport report) {
        MtaStsReport read = MtaStsReport.fromMap(report.toMap());

        assertThat(read.toMap()).isEqualTo(report.toMap());
        assertThat(read.issues()).isEqualTo(report.issues());
        assertThat(read.recommendations()).isEqualTo(report.recommendations());
        assertThat(read.mx()).isEqualTo(report.mx());
        assertThat(read.toString()).isEqualTo(report.toString());
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void aReportSurvivesJson(@ForAll("reports") MtaStsReport report) throws JsonProcessingException {
        String written = json.writeValueAsString(report);

        assertThat(json.writeValueAsString(json.readValue(written, MtaStsReport.class)))
                .isEqualTo(written);
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void aReportThatWasReadCanBeShown(@ForAll("reports") MtaStsReport report) {
        MtaStsReport read = MtaStsReport.fromMap(report.toMap());

        assertThatCode(() -> read.toText(40)).doesNotThrowAnyException();
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void aTextReportSurvivesItsMap(@ForAll("textReports") TextReport report) {
        TextReport read = TextReport.fromMap(report.toMap());

        assertThat(read.toMap()).isEqualTo(report.toMap());
        assertThat(read.kind()).isEqualTo(report.kind());
        assertThat(read.valid()).isEqualTo(report.valid());
        assertThat(read.issues()).isEqualTo(report.issues());
        assertThatCode(() -> read.toText()).doesNotThrowAnyException();
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void anIssueSurvivesItsMap(@ForAll("reports") MtaStsReport report) throws JsonProcessingException {
        for (Issue issue : report.issues()) {
            Map<?, ?> stored = json.readValue(json.writeValueAsString(issue.toMap()), Map.class);

            assertThat(Issue.fromMap(stored)).isEqualTo(issue);
        }
    }
}

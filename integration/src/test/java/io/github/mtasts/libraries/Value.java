package io.github.mtasts.libraries;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.MxCoverage;
import io.github.mtasts.Recommendation;
import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import io.github.mtasts.tlsrpt.TlsRptReport;
import io.github.mtasts.tlsrpt.TlsRptReporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value that has a JSON form.
 *
 * @param name for people
 * @param value one of ours
 * @param map its JSON form
 * @param reader makes it of the map
 */
record Value(String name, Object value, Map<String, ?> map, Function<Map<?, ?>, Object> reader) {

    private static final Path REPORTS =
            Path.of("..", "mta-sts-core", "src", "test", "resources", "io", "github", "mtasts", "reports");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** Of each type at least one, hostile ones among them. */
    static List<Value> all() throws IOException {
        List<Value> all = new ArrayList<>();
        for (Evidence evidence : evidence()) {
            MtaStsReport report = report(evidence);
            String domain = evidence.domain();
            all.add(new Value("evidence of " + domain, evidence, evidence.toMap(), Evidence::fromMap));
            all.add(new Value("report on " + domain, report, report.toMap(), MtaStsReport::fromMap));
            report.issues().stream()
                    .findFirst()
                    .ifPresent(issue ->
                            all.add(new Value(domain + ": " + issue.code(), issue, issue.toMap(), Issue::fromMap)));
            report.recommendations().stream()
                    .findFirst()
                    .ifPresent(advice -> all.add(
                            new Value(domain + ": " + advice.code(), advice, advice.toMap(), Recommendation::fromMap)));
            report.mx().stream()
                    .findFirst()
                    .ifPresent(host ->
                            all.add(new Value("an MX host of " + domain, host, host.toMap(), MxCoverage::fromMap)));
            report.certificate()
                    .ifPresent(certificate -> all.add(new Value(
                            "certificate of " + domain,
                            certificate,
                            certificate.toMap(),
                            CertificateSummary::fromMap)));
        }
        for (TextKind kind : TextKind.values()) {
            TextReport text = TextReport.of(kind, "v=STSv1; id=é".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
            all.add(new Value("text as " + kind, text, text.toMap(), TextReport::fromMap));
        }
        TlsRptEvent event = event();
        TlsRptReport report = new TlsRptReporter("Example Post", "tlsrpt@post.example")
                .reports(DAY, List.of(event), DomainName::text)
                .get(0);
        all.add(new Value("event", event, event.toMap(), TlsRptEvent::fromMap));
        all.add(new Value("TLS report", report, report.toMap(), TlsRptReport::fromValidMap));
        return all;
    }

    static List<Evidence> evidence() throws IOException {
        JsonMapper json = new JsonMapper();
        try (Stream<Path> files = Files.list(REPORTS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> json.readValue(file, Evidence.class))
                    .toList();
        }
    }

    static MtaStsReport report(Evidence evidence) {
        return MtaStsReport.of(evidence, Thresholds.recommended());
    }

    private static TlsRptEvent event() {
        return TlsRptEvent.builder()
                .time(DAY.atTime(12, 0).toInstant(ZoneOffset.UTC))
                .policyDomain(new DomainName("example.org"))
                .policyType(PolicyType.STS)
                .policyString(List.of("version: STSv1", "mode: enforce", "mx: *.example.org", "max_age: 604800"))
                .mxHostPatterns(List.of("*.example.org"))
                .resultType(ResultType.CERTIFICATE_EXPIRED)
                .receivingMxHostname("mx1.example.org")
                .build();
    }

    @Override
    public String toString() {
        return name;
    }
}

package io.github.mtasts.check;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Recommendation;
import io.github.mtasts.Thresholds;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The texts that can be judged alone: as evidence in which nothing else was seen. The domain is a placeholder that tells
 * what to put in its place where a repair has to make use of it.
 */
enum LintKind {
    RECORD("MTA-STS record", Section.RECORD, "dns_record", "your-domain.example"),
    POLICY("policy", Section.POLICY, "policy", "your-mx-host.example"),
    TLSRPT("TLSRPT record", Section.TLS_RPT, "tls_rpt", "your-domain.example");

    private final String title;
    private final Section section;
    private final String key;
    private final String placeholder;

    LintKind(String title, Section section, String key, String placeholder) {
        this.title = title;
        this.section = section;
        this.key = key;
        this.placeholder = placeholder;
    }

    LintResult judge(byte[] file, Instant now) {
        byte[] octets = this == POLICY ? file : withoutLineEnd(file);
        MtaStsReport report = MtaStsReport.of(evidence(octets, now), Thresholds.recommended());
        Parsed<?> parsed = parsed(report, octets);
        List<Issue> issues = section.text(report).isPresent() ? section.of(report.issues()) : parsed.issues();
        List<Recommendation> advice = report.recommendations().stream()
                .filter(recommendation -> recommendation.where().equals(Optional.of(where())))
                .toList();
        return new LintResult(this, parsed, issues, advice, report.toMap().get(key));
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    private Evidence evidence(byte[] octets, Instant now) {
        Evidence.Builder evidence = Evidence.builder().domain(placeholder).checkedAt(now);
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        return switch (this) {
            case RECORD ->
                evidence.mtaStsTxt(Lookup.found(List.of(TxtRecord.of(text)))).build();
            case POLICY ->
                evidence.policy(PolicyResponse.answer(200, Optional.of("text/plain"), octets))
                        .build();
            case TLSRPT ->
                evidence.tlsRptTxt(Lookup.found(List.of(TxtRecord.of(text)))).build();
        };
    }

    /** A text that nobody would take for a record of its kind is no part of the report, and is judged all the same. */
    private Parsed<?> parsed(MtaStsReport report, byte[] octets) {
        return switch (this) {
            case RECORD -> report.record().isPresent() ? report.record().get() : StsRecord.parse(octets);
            case POLICY -> report.policy().orElseThrow();
            case TLSRPT -> report.tlsRpt().isPresent() ? report.tlsRpt().get() : TlsRptRecord.parse(octets);
        };
    }

    private String where() {
        DomainName domain = new DomainName(placeholder);
        return switch (this) {
            case RECORD -> domain.recordName();
            case POLICY -> domain.policyUrl();
            case TLSRPT -> domain.tlsRptName();
        };
    }

    private static byte[] withoutLineEnd(byte[] file) {
        int end = file.length;
        if (end > 0 && file[end - 1] == '\n') {
            end--;
            if (end > 0 && file[end - 1] == '\r') {
                end--;
            }
        }
        return Arrays.copyOf(file, end);
    }
}

package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is right and wrong with one text, before it is published: all that can be told without a network, and the text to
 * publish instead.
 */
public final class TextReport {

    private final TextKind kind;
    private final MtaStsReport report;
    private final Parsed<?> parsed;
    private final @Nullable Object object;

    private TextReport(TextKind kind, MtaStsReport report, Parsed<?> parsed) {
        this.kind = kind;
        this.report = report;
        this.parsed = parsed;
        this.object = report.toMap().get(key(kind));
    }

    /**
     * Judges a text. Never throws for what is in it.
     *
     * @param kind what it is meant as
     * @param octets as a file holds them; of a record, one line end at the end is left out
     * @param now what fresh ids are made from
     * @return the report
     */
    public static TextReport of(TextKind kind, byte[] octets, Instant now) {
        byte[] data = kind == TextKind.POLICY ? octets : withoutLineEnd(octets);
        MtaStsReport report = MtaStsReport.of(evidence(kind, data, now), Thresholds.recommended());
        return new TextReport(kind, report, parsed(kind, report, data));
    }

    /**
     * What the text is meant as.
     *
     * @return as it was given
     */
    public TextKind kind() {
        return kind;
    }

    /**
     * What the parser made of the text.
     *
     * @return a {@code StsRecord}, {@code StsPolicy} or {@code TlsRptRecord} in it when the text is valid
     */
    public Parsed<?> parsed() {
        return parsed;
    }

    /**
     * Whether the grammar accepts the text.
     *
     * @return false also for a text that nobody would take for one of its kind
     */
    public boolean valid() {
        return parsed.value().isPresent();
    }

    /**
     * Every finding about the text.
     *
     * @return in the order of their places
     */
    public List<Issue> issues() {
        return object == null
                ? parsed.issues()
                : report.issues().stream().filter(this::isAboutTheText).toList();
    }

    /**
     * The texts to publish instead.
     *
     * @return without the place where to publish them, which a text alone does not tell; empty where there is nothing to
     *     repair
     */
    public List<Recommendation> recommendations() {
        Optional<String> where = Optional.of(where(new DomainName(report.domain())));
        return report.recommendations().stream()
                .filter(advice -> advice.where().equals(where))
                .map(advice -> new Recommendation(advice.code(), advice.message(), Optional.empty(), advice.publish()))
                .toList();
    }

    /**
     * The report for a JSON library, in the shape of {@link MtaStsReport#toMap()}.
     *
     * @return the text under {@code dns_record}, {@code policy} or {@code tls_rpt}, null when nobody would take it for one;
     *     {@code issues}, {@code recommendations}
     */
    @SuppressWarnings("exports") // jspecify is for tools alone
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(key(kind), object);
        map.put("issues", issues().stream().map(Issue::toMap).toList());
        map.put(
                "recommendations",
                recommendations().stream().map(ReportMap::recommendation).toList());
        return map;
    }

    private static String key(TextKind kind) {
        return switch (kind) {
            case RECORD -> "dns_record";
            case POLICY -> "policy";
            case TLS_RPT -> "tls_rpt";
        };
    }

    private boolean isAboutTheText(Issue issue) {
        return issue.subject().name().equals(kind.name());
    }

    private String where(DomainName domain) {
        return switch (kind) {
            case RECORD -> domain.recordName();
            case POLICY -> domain.policyUrl();
            case TLS_RPT -> domain.tlsRptName();
        };
    }

    /** What a repair puts where it needs a name that nobody told it. */
    private static String placeholder(TextKind kind) {
        return kind == TextKind.POLICY ? "your-mx-host.example" : "your-domain.example";
    }

    private static Evidence evidence(TextKind kind, byte[] octets, Instant now) {
        Evidence.Builder evidence = Evidence.builder().domain(placeholder(kind)).checkedAt(now);
        Lookup<TxtRecord> txt = Lookup.found(List.of(new TxtRecord(List.of(Octets.of(octets)))));
        return switch (kind) {
            case RECORD -> evidence.mtaStsTxt(txt).build();
            case POLICY ->
                evidence.policy(PolicyResponse.answer(200, Optional.of("text/plain"), octets))
                        .build();
            case TLS_RPT -> evidence.tlsRptTxt(txt).build();
        };
    }

    /** A text that nobody would take for a record of its kind is no part of the report, and is judged all the same. */
    private static Parsed<?> parsed(TextKind kind, MtaStsReport report, byte[] octets) {
        return switch (kind) {
            case RECORD -> report.record().isPresent() ? report.record().get() : StsRecord.parse(octets);
            case POLICY -> report.policy().orElseThrow();
            case TLS_RPT -> report.tlsRpt().isPresent() ? report.tlsRpt().get() : TlsRptRecord.parse(octets);
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

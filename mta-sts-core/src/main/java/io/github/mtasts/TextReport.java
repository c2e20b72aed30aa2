package io.github.mtasts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.Repair;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import io.github.mtasts.text.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is right and wrong with one text before it is published, as far as that can be known without a network.
 *
 * <pre>{@code
 * byte[] file = "version: STSv1\nmode: enforced\nmx: mail.example.org\nmax_age: 604800\n".getBytes(US_ASCII);
 * TextReport report = TextReport.of(TextKind.POLICY, file, Instant.now());
 *
 * report.valid();    // false
 * report.toText();   // POLICY_MODE_INVALID, with carets below the word, and the policy to publish instead
 * }</pre>
 */
public final class TextReport {

    /** What a repair writes where it needs a name that only the owner knows. */
    private static final String HOST = "your-mx-host.example";

    private static final String DOMAIN = "your-domain.example";

    private static final String NEW_ID =
            " When it is served, change the id in the MTA-STS record, so that senders fetch it.";

    private final TextKind kind;
    private final Parsed<?> parsed;
    private final @Nullable Map<String, @Nullable Object> object;
    private final List<Issue> issues;
    private final List<Recommendation> recommendations;

    TextReport(
            TextKind kind,
            Parsed<?> parsed,
            @Nullable Map<String, @Nullable Object> object,
            List<Issue> issues,
            List<Recommendation> recommendations) {
        this.kind = kind;
        this.parsed = parsed;
        this.object = object;
        this.issues = List.copyOf(issues);
        this.recommendations = List.copyOf(recommendations);
    }

    /**
     * Judges a text. Never throws for what is in it.
     *
     * @param kind what it is meant as
     * @param octets as a file holds them; one line end at the end of a record is ignored
     * @param now what fresh ids are made from
     * @return the report
     */
    public static TextReport of(TextKind kind, byte[] octets, Instant now) {
        return of(kind, octets, octets, now, PublicSuffixes.ofOneLabel());
    }

    /**
     * Judges a text with a list of public suffixes, which tells a wildcard for everybody's hosts ({@code *.co.uk}) from one for
     * somebody's. Never throws for what is in it.
     *
     * @param kind what it is meant as
     * @param octets as a file holds them; one line end at the end of a record is ignored
     * @param now what fresh ids are made from
     * @param suffixes the list; without one, a name of one label is a public suffix
     * @return the report
     */
    public static TextReport of(TextKind kind, byte[] octets, Instant now, PublicSuffixes suffixes) {
        return of(kind, octets, octets, now, suffixes);
    }

    /**
     * Judges a record that lost something on its way, such as what a semicolon without quotes hides in a zone file. Never throws
     * for what is in it.
     *
     * @param kind what it is meant as
     * @param octets what is left of it, which has the issues
     * @param whole what was meant, of which the text to publish is made; a policy is not cut off so, and only its octets are read
     * @param now what fresh ids are made from
     * @return the report
     */
    public static TextReport of(TextKind kind, byte[] octets, byte[] whole, Instant now) {
        return of(kind, octets, whole, now, PublicSuffixes.ofOneLabel());
    }

    private static TextReport of(TextKind kind, byte[] octets, byte[] whole, Instant now, PublicSuffixes suffixes) {
        Objects.requireNonNull(octets, "octets");
        Objects.requireNonNull(whole, "whole");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(suffixes, "suffixes");
        return switch (Objects.requireNonNull(kind, "kind")) {
            case RECORD -> record(withoutLineEnd(octets), withoutLineEnd(whole), FreshId.of(Optional.of(now)));
            case POLICY -> policy(Octets.of(octets), suffixes);
            case TLS_RPT -> tlsRpt(withoutLineEnd(octets), withoutLineEnd(whole));
        };
    }

    private static TextReport record(Octets octets, Octets whole, String freshId) {
        Parsed<StsRecord> parsed = StsRecord.parse(octets);
        boolean meant = StsRecord.select(List.of(octets)).first().isPresent();
        List<Recommendation> advice = List.of();
        if (!meant) {
            advice = List.of(TxtAdvice.publishRecord(TxtAdvice.PUBLISH_THEN, freshId, Optional.empty()));
        } else if (TxtAdvice.isFaulty(parsed)) {
            advice = List.of(TxtAdvice.fixRecord(Repair.ofRecord(StsRecord.parse(whole), freshId), Optional.empty()));
        }
        return new TextReport(
                TextKind.RECORD, parsed, meant ? ReportMap.record(parsed) : null, parsed.issues(), advice);
    }

    private static TextReport policy(Octets octets, PublicSuffixes suffixes) {
        Parsed<StsPolicy> parsed = StsPolicy.parse(octets);
        Thresholds thresholds = Thresholds.recommended();
        IssueList issues = new IssueList();
        issues.addAll(new PolicyRules(parsed, Optional.empty(), thresholds, suffixes)
                .judge().stream()
                        .filter(issue -> issue.subject() == Subject.POLICY || issue.code() == IssueCode.FETCH_HTML_BODY)
                        .toList());
        PolicyPlan plan = new PolicyPlan(parsed, Optional.empty(), thresholds);
        if (parsed.issues().stream().noneMatch(issue -> issue.code() == IssueCode.FETCH_HTML_BODY)) {
            plan.repair(List.of(), Optional.of(HOST));
            plan.raiseMaxAge(false);
        }
        return new TextReport(
                TextKind.POLICY, parsed, ReportMap.policy(parsed), issues.sorted(), withNewId(plan.steps()));
    }

    /** Said once, with the last text: nothing else makes senders fetch it (RFC 8461, section 3.1). */
    private static List<Recommendation> withNewId(List<Recommendation> steps) {
        List<Recommendation> all = new ArrayList<>(steps);
        if (!all.isEmpty()) {
            Recommendation last = all.remove(all.size() - 1);
            all.add(new Recommendation(last.code(), last.message() + NEW_ID, last.where(), last.publish()));
        }
        return all;
    }

    private static TextReport tlsRpt(Octets octets, Octets whole) {
        Parsed<TlsRptRecord> parsed = TlsRptRecord.parse(octets);
        boolean meant = TlsRptRecord.select(List.of(octets)).first().isPresent();
        List<Recommendation> advice = List.of();
        if (!meant) {
            advice = List.of(TxtAdvice.publishTlsRpt(DOMAIN, Optional.empty()));
        } else if (TxtAdvice.isFaulty(parsed)) {
            advice = List.of(TxtAdvice.fixTlsRpt(List.of(TlsRptRecord.parse(whole)), DOMAIN, Optional.empty()));
        }
        return new TextReport(
                TextKind.TLS_RPT, parsed, meant ? ReportMap.tlsRpt(parsed) : null, parsed.issues(), advice);
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
     * @return false also for a text that is clearly not meant as one of its kind
     */
    public boolean valid() {
        return parsed.value().isPresent();
    }

    /** Whether it is meant as a text of its kind, however faulty. */
    boolean isMeant() {
        return object != null;
    }

    /**
     * Every issue about the text.
     *
     * @return in the order of their places
     */
    public List<Issue> issues() {
        return issues;
    }

    /**
     * The texts to publish instead.
     *
     * @return each without a place, which a text alone does not give; empty where there is nothing to repair
     */
    public List<Recommendation> recommendations() {
        return recommendations;
    }

    /**
     * The report for a JSON library, in the shape of {@link MtaStsReport#toMap()}.
     *
     * @return the text under {@code dns_record}, {@code policy} or {@code tls_rpt}, null when it is clearly not meant as
     *     one; {@code issues}, {@code recommendations}
     */
    @JsonValue
    @SuppressWarnings("exports") // annotations are for tools
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(kind.key(), object);
        map.put("issues", issues.stream().map(Issue::toMap).toList());
        map.put(
                "recommendations",
                recommendations.stream().map(Recommendation::toMap).toList());
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote; the one key among {@code dns_record}, {@code policy} and {@code tls_rpt} gives the kind.
     *
     * @param map as a JSON library reads it
     * @return a report with the same {@code toMap()}; where it is null for the text, {@link #parsed()} is that of an empty one
     * @throws IllegalArgumentException when the map is not such a report; the message names the path
     */
    @JsonCreator
    @SuppressWarnings("exports") // annotations are for tools
    public static TextReport fromMap(Map<?, ?> map) {
        return ReportReader.readText(map);
    }

    /**
     * The report for people, 80 columns wide: what {@link #toText(String, int)} lays out.
     *
     * @return lines that each end in LF
     */
    public String toText() {
        return toText(TextReportText.title(kind), 80);
    }

    /**
     * The report for people, as {@link MtaStsReport#toText(int)} does it.
     *
     * @param name what the text is called in the headline, such as the name of its file
     * @param width the most columns of a line, those of the texts to publish aside; taken as 30 when less
     * @return lines that each end in LF
     */
    public String toText(String name, int width) {
        return new TextReportText(new Page(width, false)).render(Objects.requireNonNull(name, "name"), this);
    }

    /**
     * The same as {@link #toText(String, int)} for a terminal.
     *
     * @param name as for {@code toText}
     * @param width as for {@code toText}
     * @return with the control sequences of ECMA-48 for colours
     */
    public String toColouredText(String name, int width) {
        return new TextReportText(new Page(width, true)).render(Objects.requireNonNull(name, "name"), this);
    }

    /** Whether it is valid, and the codes of its issues; one line. */
    @Override
    public String toString() {
        return (valid() ? "valid " : "invalid ")
                + TextReportText.title(kind)
                + issues.stream().map(Issue::code).toList();
    }

    private static Octets withoutLineEnd(byte[] file) {
        int end = file.length;
        if (end > 0 && file[end - 1] == '\n') {
            end--;
            if (end > 0 && file[end - 1] == '\r') {
                end--;
            }
        }
        return Octets.of(Arrays.copyOf(file, end));
    }
}

package io.github.mtasts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import io.github.mtasts.text.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a domain's MTA-STS deployment amounts to: the verdict, every issue with its place and its remedy, and the text
 * to publish. It is made from evidence, or read from its own JSON.
 */
@SuppressWarnings("exports") // annotations are for tools
public final class MtaStsReport {

    private final Evidence evidence;
    private final String domain;
    private final Optional<String> policyUrl;
    private final Verdict verdict;
    private final boolean hasMtaSts;
    private final Optional<Parsed<StsRecord>> record;
    private final Optional<Parsed<StsPolicy>> policy;
    private final Optional<Parsed<TlsRptRecord>> tlsRpt;
    private final List<MxCoverage> mx;
    private final int mxLeftOut;
    private final int namesLeftOut;
    private final List<Issue> issues;
    private final List<Recommendation> recommendations;

    MtaStsReport(ReportDraft from) {
        evidence = from.evidence;
        domain = from.domain;
        policyUrl = from.policyUrl;
        verdict = from.verdict;
        hasMtaSts = from.hasMtaSts;
        record = from.record;
        policy = from.policy;
        tlsRpt = from.tlsRpt;
        mx = List.copyOf(from.mx);
        mxLeftOut = from.mxLeftOut;
        namesLeftOut = from.namesLeftOut;
        issues = List.copyOf(from.issues);
        recommendations = List.copyOf(from.recommendations);
    }

    /**
     * Judges evidence. Pure: no clock, no I/O; equal evidence gives an equal report.
     *
     * @param evidence what was seen
     * @param thresholds when to warn
     * @return the report
     */
    public static MtaStsReport of(Evidence evidence, Thresholds thresholds) {
        return of(evidence, thresholds, PublicSuffixes.ofOneLabel());
    }

    /**
     * Judges evidence with a list of public suffixes, which tells a wildcard for everybody's hosts ({@code *.co.uk}) from one for
     * somebody's. Equal evidence gives an equal report as long as the list is the same.
     *
     * @param evidence what was seen
     * @param thresholds when to warn
     * @param suffixes the list; without one, a name of one label is a public suffix
     * @return the report
     */
    public static MtaStsReport of(Evidence evidence, Thresholds thresholds, PublicSuffixes suffixes) {
        return new Evaluator(
                        Objects.requireNonNull(evidence, "evidence"),
                        Objects.requireNonNull(thresholds, "thresholds"),
                        Objects.requireNonNull(suffixes, "suffixes"))
                .evaluate();
    }

    /**
     * The domain.
     *
     * @return A-labels in lower case without a final dot; as given when it is not a domain name
     */
    public String domain() {
        return domain;
    }

    /**
     * The answer in one word.
     *
     * @return never null
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Whether a record was found that begins with {@code v=STSv1} and then white space, a semicolon or the end,
     * valid or not.
     *
     * @return false also when the lookup failed
     */
    public boolean hasMtaSts() {
        return hasMtaSts;
    }

    /**
     * The MTA-STS record.
     *
     * @return empty when none was found; without a value when it is invalid, or one of several
     */
    public Optional<Parsed<StsRecord>> record() {
        return record;
    }

    /**
     * The policy.
     *
     * @return empty unless the policy host answered with status 200; without a value when it is invalid
     */
    public Optional<Parsed<StsPolicy>> policy() {
        return policy;
    }

    /**
     * The TLSRPT record.
     *
     * @return empty when none was found; without a value when it is invalid, or one of several
     */
    public Optional<Parsed<TlsRptRecord>> tlsRpt() {
        return tlsRpt;
    }

    /**
     * The MX hosts, and how the policy covers them.
     *
     * @return in the order of the DNS; empty for a null MX, and when the lookup failed; of a report that {@link #fromMap} read
     *     the first hundred
     */
    public List<MxCoverage> mx() {
        return mx;
    }

    /** {@return how many MX hosts the JSON that this report was read from lacks} */
    int mxLeftOut() {
        return mxLeftOut;
    }

    /** {@return how many names of the certificate the JSON that this report was read from lacks} */
    int namesLeftOut() {
        return namesLeftOut;
    }

    /**
     * Every issue.
     *
     * @return in the RFC's order: domain, record, fetch, policy, MX, TLSRPT
     */
    public List<Issue> issues() {
        return issues;
    }

    /**
     * What to do.
     *
     * @return in the order in which to act
     */
    public List<Recommendation> recommendations() {
        return recommendations;
    }

    /**
     * What the report was made from.
     *
     * @return the evidence; of a report that {@link #fromMap} read, no more than its domain, time and certificate
     */
    public Evidence evidence() {
        return evidence;
    }

    /**
     * Where the policy is served.
     *
     * @return empty when the domain is not a domain name
     */
    public Optional<String> policyUrl() {
        return policyUrl;
    }

    /**
     * The policy's mode, also when the policy is invalid.
     *
     * @return empty unless it is one of the three words
     */
    public Optional<PolicyMode> mode() {
        return policy.flatMap(PolicyFields::mode);
    }

    /**
     * The policy host's certificate.
     *
     * @return empty when none was seen
     */
    public Optional<CertificateSummary> certificate() {
        return evidence.policy().certificate();
    }

    /**
     * When the lookups were made.
     *
     * @return empty when unknown
     */
    public Optional<Instant> checkedAt() {
        return evidence.checkedAt();
    }

    /**
     * The report as plain maps, lists, strings, numbers, booleans and nulls, for any JSON library. Of a list of MX hosts, patterns,
     * names or addresses it has the first hundred, and says how many it leaves out.
     *
     * @return the keys of {@link ReportField#all()} in that order; a field without a value is null, never missing
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        return ReportMap.write(this);
    }

    /**
     * Reads what {@link #toMap} wrote, in this version of the library or an earlier one. Missing keys are null, unknown keys are
     * ignored; RFC and subject of an issue follow from its code. To judge again, keep the {@link #evidence()} instead.
     *
     * @param map as a JSON library reads it
     * @return a report with the same {@code toMap()}, but not equal, since the map lacks most of the evidence; what does not show in messages is escaped
     * @throws IllegalArgumentException when the map is not a report; the message names the path
     */
    @JsonCreator
    public static MtaStsReport fromMap(Map<?, ?> map) {
        return ReportReader.read(map);
    }

    /**
     * The report for people, 80 columns wide: what {@link #toText(int)} lays out.
     *
     * @return lines that each end in LF
     */
    public String toText() {
        return toText(80);
    }

    /**
     * The report for people: the verdict, each issue under the line that it is about with carets below its place, what to do,
     * and the texts to publish at the left edge, unbroken. Remote text is escaped, and long lists are cut.
     *
     * @param width the most columns of a line, those of the texts to publish aside; taken as 30 when less
     * @return lines that each end in LF
     */
    public String toText(int width) {
        return new ReportText(new Page(width, false)).render(this);
    }

    /**
     * The same as {@link #toText(int)} for a terminal.
     *
     * @param width as for {@code toText}
     * @return with the control sequences of ECMA-48 for colours
     */
    public String toColouredText(int width) {
        return new ReportText(new Page(width, true)).render(this);
    }

    private List<Object> values() {
        return List.of(
                evidence,
                domain,
                policyUrl,
                verdict,
                hasMtaSts,
                record,
                policy,
                tlsRpt,
                mx,
                mxLeftOut,
                namesLeftOut,
                issues,
                recommendations);
    }

    /** True of a report with the same values, made from equal evidence. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MtaStsReport report && report.values().equals(values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** Verdict, domain, the first error if any, and the codes of all issues; one line, escaped and bounded. */
    @Override
    public String toString() {
        String error = issues.stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .findFirst()
                .map(issue -> ": " + RemoteText.escape(issue.message()))
                .orElse("");
        return verdict + " " + RemoteText.escape(domain) + error + " ["
                + RemoteText.list(issues.stream().map(Issue::code).toList()) + "]";
    }
}

package io.github.mtasts.tlsrpt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An aggregate report (RFC 8460, section 4): how many sessions of a day satisfied a domain's policy, and how the others
 * failed. A {@link TlsRptReporter} makes complete ones; a received one may lack anything.
 *
 * <p>Reading a received one:
 *
 * <pre>{@code
 * ReadReport read = TlsRptReport.fromMap(json); // as any JSON library reads it
 * read.report().failedSessions();
 * read.deviations().forEach(deviation -> log.info("{}", deviation));
 * }</pre>
 */
public final class TlsRptReport {

    private final Optional<String> organizationName;
    private final Optional<Instant> start;
    private final Optional<Instant> end;
    private final Optional<String> contactInfo;
    private final Optional<String> reportId;
    private final List<ReportedPolicy> policies;

    TlsRptReport(
            Optional<String> organizationName,
            Optional<Instant> start,
            Optional<Instant> end,
            Optional<String> contactInfo,
            Optional<String> reportId,
            List<ReportedPolicy> policies) {
        this.organizationName = organizationName;
        this.start = start;
        this.end = end;
        this.contactInfo = contactInfo;
        this.reportId = reportId;
        this.policies = List.copyOf(policies);
    }

    /** {@return the reporter's name for people; empty when a received report has none} */
    public Optional<String> organizationName() {
        return organizationName;
    }

    /** {@return the first second of the period that the report covers; empty when a received report does not say} */
    public Optional<Instant> start() {
        return start;
    }

    /** {@return the last second of the period that the report covers; empty when a received report does not say} */
    public Optional<Instant> end() {
        return end;
    }

    /** {@return the reporter's mail address; empty when a received report has none} */
    public Optional<String> contactInfo() {
        return contactInfo;
    }

    /** {@return the id, unique among the reports of its sender; empty when a received report has none} */
    public Optional<String> reportId() {
        return reportId;
    }

    /** {@return the policies that were applied, in the report's order} */
    public List<ReportedPolicy> policies() {
        return policies;
    }

    /**
     * The one domain that the report is about: the value of the header field {@code TLS-Report-Domain} (section 5.3).
     *
     * @return empty unless all policies name the same domain
     */
    public Optional<DomainName> policyDomain() {
        List<Optional<DomainName>> domains = policies.stream()
                .map(policy -> policy.policyDomain()
                        .flatMap(name -> DomainName.parse(name).value()))
                .distinct()
                .toList();
        return domains.size() == 1 ? domains.get(0) : Optional.empty();
    }

    /**
     * The number of sessions that satisfied their policy.
     *
     * @return the sum over the policies that say it, 0 or more
     */
    public long successfulSessions() {
        return sum(policies.stream().map(ReportedPolicy::successfulSessions));
    }

    /**
     * The number of sessions that failed.
     *
     * @return the sum over the policies that say it, 0 or more
     */
    public long failedSessions() {
        return sum(policies.stream().map(ReportedPolicy::failedSessions));
    }

    /**
     * The name of the report's file, compressed with gzip (section 5.1).
     *
     * @param submitter the domain of the contact address
     * @return such as {@code mail.example.net!example.org!1795564800!1795651199!5065427c.json.gz}
     * @throws IllegalStateException when the report lacks its times, or is not about one domain
     */
    public String fileName(DomainName submitter) {
        return ReportNames.fileName(this, submitter);
    }

    /**
     * The subject of the mail that carries the report (section 5.3), in one line.
     *
     * @param submitter the domain of the contact address, also the value of the header field {@code TLS-Report-Submitter}
     * @return such as {@code Report Domain: example.org Submitter: mail.example.net Report-ID: <5065427c@mail.example.net>}
     * @throws IllegalStateException when the report has no id, or is not about one domain
     */
    public String subject(DomainName submitter) {
        return ReportNames.subject(this, submitter);
    }

    /**
     * The report as plain maps, lists, strings and numbers with the names of section 4.4, for any JSON library.
     *
     * @return the form that {@link #fromMap} reads; absent members are left out
     */
    @JsonValue
    @SuppressWarnings("exports") // annotations are for tools
    public Map<String, Object> toMap() {
        return ReportMap.write(this);
    }

    /**
     * Reads a received report as far as it can be understood, and lists where it deviates from the RFC. Never throws.
     *
     * @param map as a JSON library reads it, of any content
     * @return the report and its deviations; members unknown to the RFC are ignored
     */
    public static ReadReport fromMap(Map<?, ?> map) {
        return new ReportReader(map).read();
    }

    /**
     * Reads a report that must be valid, as Jackson does. Any other report is for {@link #fromMap}.
     *
     * @param map as a JSON library reads it
     * @return the report
     * @throws IllegalArgumentException when {@link ReadReport#valid()} is false; the message names the path
     */
    @JsonCreator
    @SuppressWarnings("exports") // annotations are for tools
    public static TlsRptReport fromValidMap(Map<?, ?> map) {
        ReadReport read = fromMap(map);
        if (!read.valid()) {
            throw new IllegalArgumentException(read.deviations().stream()
                    .filter(deviation -> deviation.severity() == Severity.ERROR)
                    .findFirst()
                    .map(Deviation::toString)
                    .orElse("the report is not valid"));
        }
        return read.report();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlsRptReport report && values().equals(report.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** The report in short, escaped and bounded. */
    @Override
    public String toString() {
        return "TlsRptReport[" + organizationName.map(RemoteText::escape).orElse("?") + ", "
                + reportId.map(RemoteText::escape).orElse("?") + ", "
                + start.map(Instant::toString).orElse("?") + ", " + RemoteText.list(policies) + "]";
    }

    private List<Object> values() {
        return List.of(organizationName, start, end, contactInfo, reportId, policies);
    }

    /** A sum of the numbers that are known, of which none is negative; hostile reports do not overflow it. */
    static long sum(Stream<OptionalLong> numbers) {
        return numbers.flatMapToLong(OptionalLong::stream).reduce(0, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
    }
}

package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.immutables.value.Value;

/**
 * An aggregate report (RFC 8460, section 4): how many sessions of a day satisfied a domain's policy, and how the others
 * failed. A {@link TlsRptReporter} makes complete ones; one that somebody sent may lack anything.
 */
@SuppressWarnings("exports")
@Value.Immutable
@ValueStyle
public abstract class TlsRptReport {

    TlsRptReport() {}

    /**
     * Who reports.
     *
     * @return a name for people; empty when a report that was read has none
     */
    public abstract Optional<String> organizationName();

    /**
     * The first second of the time that the report is about.
     *
     * @return empty when a report that was read does not tell it
     */
    public abstract Optional<Instant> start();

    /**
     * The last second of the time that the report is about.
     *
     * @return empty when a report that was read does not tell it
     */
    public abstract Optional<Instant> end();

    /**
     * Whom to ask.
     *
     * @return a mail address; empty when a report that was read has none
     */
    public abstract Optional<String> contactInfo();

    /**
     * What tells the report from all others of the same sender.
     *
     * @return empty when a report that was read has none
     */
    public abstract Optional<String> reportId();

    /**
     * The policies that were applied.
     *
     * @return in the report's order
     */
    public abstract List<ReportedPolicy> policies();

    /**
     * The one domain that the report is about: the value of the header field {@code TLS-Report-Domain} (section 5.3).
     *
     * @return empty unless all policies name the same domain
     */
    public Optional<DomainName> policyDomain() {
        Optional<String> first = policies().stream()
                .findFirst()
                .flatMap(ReportedPolicy::policyDomain)
                .filter(name -> policies().stream()
                        .allMatch(policy -> policy.policyDomain().equals(Optional.of(name))));
        return first.flatMap(name -> DomainName.parse(name).value());
    }

    /**
     * How many sessions satisfied their policy.
     *
     * @return the sum over the policies, 0 or more
     */
    public long successfulSessions() {
        return sum(policies().stream().mapToLong(ReportedPolicy::successfulSessions));
    }

    /**
     * How many sessions failed.
     *
     * @return the sum over the policies, 0 or more
     */
    public long failedSessions() {
        return sum(policies().stream().mapToLong(ReportedPolicy::failedSessions));
    }

    /**
     * The name of the report's file, compressed with gzip (section 5.1).
     *
     * @param submitter who sends it: the domain of the contact address
     * @return such as {@code mail.example.net!example.org!1795564800!1795651199!5065427c.json.gz}
     * @throws IllegalStateException when the report lacks its times, or is not about one domain
     */
    public String fileName(DomainName submitter) {
        return ReportNames.fileName(this, submitter);
    }

    /**
     * The subject of the mail that brings the report (section 5.3), in one line.
     *
     * @param submitter who sends it, also the value of the header field {@code TLS-Report-Submitter}
     * @return such as {@code Report Domain: example.org Submitter: mail.example.net Report-ID: <5065427c@mail.example.net>}
     * @throws IllegalStateException when the report has no id, or is not about one domain
     */
    public String subject(DomainName submitter) {
        return ReportNames.subject(this, submitter);
    }

    /**
     * The report as plain maps, lists, strings and numbers with the names of section 4.4, for any JSON library.
     *
     * @return the form that {@link #fromMap} reads; what is absent is left out
     */
    public Map<String, Object> toMap() {
        return ReportMap.write(this);
    }

    /**
     * Reads a report that somebody sent. Whatever can be understood is read; what departs from the RFC is listed.
     *
     * @param map as a JSON library reads it, of any content
     * @return never throws; members that the RFC does not know are left out
     */
    public static ReadReport fromMap(Map<?, ?> map) {
        return new ReportReader(map).read();
    }

    static ImmutableTlsRptReport.Builder builder() {
        return ImmutableTlsRptReport.builder();
    }

    /** The report in short, escaped and bounded. */
    @Override
    public String toString() {
        return "TlsRptReport[" + organizationName().map(RemoteText::escape).orElse("?") + ", "
                + reportId().map(RemoteText::escape).orElse("?") + ", "
                + start().map(Instant::toString).orElse("?") + ", " + RemoteText.list(policies()) + "]";
    }

    /** A sum of numbers that are not negative; hostile reports do not overflow it. */
    static long sum(LongStream numbers) {
        return numbers.reduce(0, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
    }
}

package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The operator of a mail server, who turns the events of a day into reports. Sending them is up to the caller.
 *
 * <pre>{@code
 * var reporter = new TlsRptReporter("Example Post", "tlsrpt@post.example");
 * LocalDate day = LocalDate.now(ZoneOffset.UTC);
 * for (TlsRptReport report : reporter.reports(day, events, domain -> day + "_" + domain + "_mx1")) {
 *     log.info("{}: {}", report.fileName(reporter.submitter()), report.toMap());
 * }
 * }</pre>
 *
 * @param organizationName a name for people, not empty
 * @param contactInfo a mail address, whose domain is the submitter of the reports
 */
public record TlsRptReporter(String organizationName, String contactInfo) {

    private static final Duration LAST_SECOND = Duration.ofDays(1).minusSeconds(1);

    /** Rejects an empty name, and a contact that is not an ASCII mail address, with {@link IllegalArgumentException}. */
    public TlsRptReporter {
        if (organizationName.isBlank()) {
            throw new IllegalArgumentException("empty organization name");
        }
        if (contactInfo.indexOf('@') < 1
                || contactInfo.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)
                || DomainName.parse(domain(contactInfo)).value().isEmpty()) {
            throw new IllegalArgumentException("not a mail address: " + RemoteText.escape(contactInfo));
        }
    }

    /**
     * The argument of {@link TlsRptReport#fileName} and {@link TlsRptReport#subject} (RFC 8460, section 5.3).
     *
     * @return the domain of the contact address
     */
    public DomainName submitter() {
        return DomainName.parse(domain(contactInfo)).value().orElseThrow();
    }

    /**
     * The reports of one UTC day (RFC 8460, section 4.1).
     *
     * @param day the day; events of other days are ignored
     * @param events in chronological order, read once; only counts are kept, so there may be many
     * @param reportId gives each domain's report an id that no other report of this sender has ever had; any text, of
     *     which names show the first 128 characters
     * @return one report for each policy domain, sorted by name; empty without events
     */
    public List<TlsRptReport> reports(
            LocalDate day, Iterable<TlsRptEvent> events, Function<DomainName, String> reportId) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = start.plus(LAST_SECOND);
        Map<DomainName, PolicyCounts> domains = new TreeMap<>(Comparator.comparing(DomainName::text));
        for (TlsRptEvent event : events) {
            if (!event.time().isBefore(start) && event.time().isBefore(end.plusSeconds(1))) {
                domains.computeIfAbsent(event.policyDomain(), domain -> new PolicyCounts())
                        .add(event);
            }
        }
        return domains.entrySet().stream()
                .map(domain -> new TlsRptReport(
                        Optional.of(organizationName),
                        Optional.of(start),
                        Optional.of(end),
                        Optional.of(contactInfo),
                        Optional.of(reportId.apply(domain.getKey())),
                        domain.getValue().policies(domain.getKey())))
                .toList();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}

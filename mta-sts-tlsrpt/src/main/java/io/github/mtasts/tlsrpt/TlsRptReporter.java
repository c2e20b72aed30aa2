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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who reports: a mail server's operator, who turns the events of a day into reports. Sending them is the caller's.
 *
 * @param organizationName a name for people, not empty
 * @param contactInfo whom to ask: a mail address, whose domain is the submitter of the reports
 */
public record TlsRptReporter(String organizationName, String contactInfo) {

    private static final Duration LAST_SECOND = Duration.ofDays(1).minusSeconds(1);

    /** Refuses an empty name, and a contact that is no mail address in ASCII, with {@link IllegalArgumentException}. */
    public TlsRptReporter {
        if (organizationName.isBlank()) {
            throw new IllegalArgumentException("an organization without a name");
        }
        if (contactInfo.indexOf('@') < 1
                || contactInfo.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)
                || DomainName.parse(domain(contactInfo)).value().isEmpty()) {
            throw new IllegalArgumentException("no mail address: " + RemoteText.escape(contactInfo));
        }
    }

    /**
     * What {@link TlsRptReport#fileName} and {@link TlsRptReport#subject} want to know (RFC 8460, section 5.3).
     *
     * @return the domain of the contact address
     */
    public DomainName submitter() {
        return DomainName.parse(domain(contactInfo)).value().orElseThrow();
    }

    /**
     * The reports of one UTC day (RFC 8460, section 4.1).
     *
     * @param day the day; events of other days do not count
     * @param events in the order of time, read once; only numbers are kept, so there may be many
     * @param reportId gives each domain's report an id that no other report of this sender ever had; any text, of which
     *     names show the first 128 characters
     * @return one report for each policy domain, in the order of their names; empty without an event
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
                .map(domain -> TlsRptReport.builder()
                        .organizationName(organizationName)
                        .start(start)
                        .end(end)
                        .contactInfo(contactInfo)
                        .reportId(Objects.requireNonNull(reportId.apply(domain.getKey()), "reportId"))
                        .policies(domain.getValue().policies(domain.getKey()))
                        .build())
                .toList();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}

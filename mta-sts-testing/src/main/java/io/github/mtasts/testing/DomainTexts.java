package io.github.mtasts.testing;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The texts that a domain publishes, judged together as if they were published: the policy over good HTTPS, the records in a
 * good DNS. There is no network, so they can be tested where they are kept, before anybody sees them. A policy in mode enforce or
 * testing is judged against the domain's MX hosts: declare them with {@link #mx}. Immutable: each method returns a copy.
 */
@CheckReturnValue
public final class DomainTexts {

    private static final String LINE_END = "\r?\n\\z";

    private final Octets policy;
    private final Octets record;
    private final Optional<Octets> tlsRpt;
    private final String domain;
    private final Lookup<MxHost> mx;

    private DomainTexts(Octets policy, Octets record, Optional<Octets> tlsRpt, String domain, Lookup<MxHost> mx) {
        this.policy = policy;
        this.record = record;
        this.tlsRpt = tlsRpt;
        this.domain = domain;
        this.mx = mx;
    }

    /**
     * Reads the three texts of a domain from files. A line end after a record is not part of it.
     *
     * @param policy what {@code https://mta-sts.…/.well-known/mta-sts.txt} serves
     * @param record the data of the TXT record at {@code _mta-sts}
     * @param tlsRpt the data of the TXT record at {@code _smtp._tls}
     * @return the texts of {@code example.org}; {@link UncheckedIOException} when a file cannot be read
     */
    public static DomainTexts of(Path policy, Path record, Path tlsRpt) {
        return of(read(policy, "policy"), read(record, "record"), Optional.of(read(tlsRpt, "tlsRpt")));
    }

    /**
     * Reads the two texts of a domain without a TLSRPT record from files. A line end after the record is not part of it.
     *
     * @param policy what {@code https://mta-sts.…/.well-known/mta-sts.txt} serves
     * @param record the data of the TXT record at {@code _mta-sts}
     * @return the texts of {@code example.org}; {@link UncheckedIOException} when a file cannot be read
     */
    public static DomainTexts of(Path policy, Path record) {
        return of(read(policy, "policy"), read(record, "record"), Optional.empty());
    }

    /**
     * Takes the three texts of a domain. A line end after a record is not part of it.
     *
     * @param policy what {@code https://mta-sts.…/.well-known/mta-sts.txt} serves
     * @param record the data of the TXT record at {@code _mta-sts}
     * @param tlsRpt the data of the TXT record at {@code _smtp._tls}
     * @return the texts of {@code example.org}
     */
    public static DomainTexts of(String policy, String record, String tlsRpt) {
        return of(octets(policy, "policy"), octets(record, "record"), Optional.of(octets(tlsRpt, "tlsRpt")));
    }

    /**
     * Takes the two texts of a domain without a TLSRPT record. A line end after the record is not part of it.
     *
     * @param policy what {@code https://mta-sts.…/.well-known/mta-sts.txt} serves
     * @param record the data of the TXT record at {@code _mta-sts}
     * @return the texts of {@code example.org}
     */
    public static DomainTexts of(String policy, String record) {
        return of(octets(policy, "policy"), octets(record, "record"), Optional.empty());
    }

    private static DomainTexts of(Octets policy, Octets record, Optional<Octets> tlsRpt) {
        return new DomainTexts(policy, record, tlsRpt, "example.org", Lookup.without(LookupStatus.NOT_ATTEMPTED, ""));
    }

    /**
     * Names the domain, which matters to patterns that are broad for it, and to the texts that a report proposes.
     *
     * @param name the policy domain: A-labels; {@link IllegalArgumentException} with what is wrong when it is not one
     * @return a copy with the domain
     */
    public DomainTexts domain(String name) {
        return new DomainTexts(
                policy, record, tlsRpt, WireText.domain(name, "name").text(), mx);
    }

    /**
     * Gives the domain MX hosts, in place of those before.
     *
     * @param hosts their names, the most preferred first; none for a domain without MX records, and {@code .} for a null MX
     *     (RFC 7505); {@link IllegalArgumentException} for what is not a name in the DNS
     * @return a copy with these hosts
     */
    public DomainTexts mx(String... hosts) {
        List<MxHost> records = new ArrayList<>();
        for (String host : Objects.requireNonNull(hosts, "hosts")) {
            records.add(new MxHost((records.size() + 1) * 10, WireText.name(host, "host")));
        }
        return new DomainTexts(
                policy,
                record,
                tlsRpt,
                domain,
                records.isEmpty() ? Lookup.without(LookupStatus.NO_RECORDS, "") : Lookup.found(records));
    }

    /**
     * Judges the texts by the recommended thresholds.
     *
     * @return the report that a check would give once they are published
     * @throws IllegalStateException when the policy is valid, its mode is enforce or testing, and {@link #mx} was not called
     */
    public MtaStsReport report() {
        MtaStsReport report = MtaStsReport.of(
                Evidence.builder()
                        .domain(domain)
                        .checkedAt(Instant.now())
                        .mtaStsTxt(published(record))
                        .tlsRptTxt(tlsRpt.map(DomainTexts::published)
                                .orElseGet(() -> Lookup.without(LookupStatus.NO_SUCH_NAME, "")))
                        .mx(mx)
                        .policy(PolicyResponse.answer(200)
                                .contentType("text/plain")
                                .body(policy)
                                .build())
                        .build(),
                Thresholds.recommended());
        if (mx.status() == LookupStatus.NOT_ATTEMPTED && needsMx(report)) {
            throw new IllegalStateException("no MX hosts were declared: call mx(…)");
        }
        return report;
    }

    private static boolean needsMx(MtaStsReport report) {
        return report.policy()
                .flatMap(Parsed::value)
                .filter(valid -> valid.mode() != PolicyMode.NONE)
                .isPresent();
    }

    private static Lookup<TxtRecord> published(Octets text) {
        return Lookup.found(
                List.of(WireText.record(Octets.ofLatin1(text.latin1().replaceFirst(LINE_END, "")))));
    }

    private static Octets octets(String text, String parameter) {
        return Octets.of(Objects.requireNonNull(text, parameter));
    }

    private static Octets read(Path file, String parameter) {
        try {
            return Octets.of(Files.readAllBytes(Objects.requireNonNull(file, parameter)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The texts, escaped and bounded. */
    @Override
    public String toString() {
        return "DomainTexts[" + RemoteText.escape(domain) + ", record " + record.quoted()
                + tlsRpt.map(text -> ", TLSRPT " + text.quoted()).orElse("") + ", policy " + policy.quoted() + ", mx ["
                + RemoteText.list(mx.records()) + "]]";
    }
}

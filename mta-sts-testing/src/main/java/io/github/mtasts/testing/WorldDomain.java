package io.github.mtasts.testing;

import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.PolicyMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One domain of the world, declared in one sentence. Each method takes effect at once, and their order does not matter. A
 * {@link DnsFault} spoils the answer about a name, and leaves the records that are declared for it. Later changes are made
 * on the same object: {@link #replaceRecord}, {@link #policy(String)}, {@link #healthy}.
 */
public final class WorldDomain {

    private final WorldName domain;
    private final WorldName record;
    private final WorldName tlsRpt;
    private final WorldName policyHost;
    private final DeclaredSite site;

    WorldDomain(DomainName domain, DnsZone zone, PolicyServer policyHosts) {
        this.domain = new WorldName(zone, domain.text());
        this.record = new WorldName(zone, domain.recordName());
        this.tlsRpt = new WorldName(zone, domain.tlsRptName());
        this.policyHost = new WorldName(zone, domain.policyHost());
        this.site = new DeclaredSite(domain.policyHost(), policyHost, policyHosts);
    }

    /**
     * Adds a TXT record at {@code _mta-sts}; calls add up.
     *
     * @param strings its character-strings as text, encoded as UTF-8
     * @return this
     */
    public WorldDomain record(String... strings) {
        record.txt(strings);
        return this;
    }

    /**
     * Puts one TXT record at {@code _mta-sts} in place of those that are there, in one step.
     *
     * @param strings its character-strings as text, encoded as UTF-8
     * @return this
     */
    public WorldDomain replaceRecord(String... strings) {
        TxtRecord replacement = WireText.record(strings);
        record.forgetRecords().txt(replacement);
        return this;
    }

    /**
     * Removes the TXT records at {@code _mta-sts}; the name remains.
     *
     * @return this
     */
    public WorldDomain withoutRecord() {
        record.withoutRecords();
        return this;
    }

    /**
     * Makes lookups at {@code _mta-sts} go wrong.
     *
     * @param fault what happens
     * @return this
     */
    public WorldDomain record(DnsFault fault) {
        record.fault(fault);
        return this;
    }

    /**
     * Makes {@code _mta-sts} an alias.
     *
     * @param targets a chain of CNAME targets; the last has the records
     * @return this
     */
    public WorldDomain recordVia(String... targets) {
        record.via(targets);
        return this;
    }

    /**
     * Adds a TXT record at {@code _smtp._tls}; calls add up.
     *
     * @param strings its character-strings as text, encoded as UTF-8
     * @return this
     */
    public WorldDomain tlsRpt(String... strings) {
        tlsRpt.txt(strings);
        return this;
    }

    /**
     * Makes lookups at {@code _smtp._tls} go wrong.
     *
     * @param fault what happens
     * @return this
     */
    public WorldDomain tlsRpt(DnsFault fault) {
        tlsRpt.fault(fault);
        return this;
    }

    /**
     * Makes {@code _smtp._tls} an alias.
     *
     * @param targets a chain of CNAME targets; the last has the records
     * @return this
     */
    public WorldDomain tlsRptVia(String... targets) {
        tlsRpt.via(targets);
        return this;
    }

    /**
     * Adds MX hosts, the first one most preferred: 10, 20 and so on.
     *
     * @param hosts their names; their addresses are not declared by this
     * @return this
     */
    public WorldDomain mx(String... hosts) {
        for (int i = 0; i < Objects.requireNonNull(hosts, "hosts").length; i++) {
            domain.mx((i + 1) * 10, Objects.requireNonNull(hosts[i], "host"));
        }
        return this;
    }

    /**
     * Adds an MX host.
     *
     * @param preference 0 to 65535, else {@link IllegalArgumentException}
     * @param exchange its name in presentation format
     * @return this
     */
    public WorldDomain mx(int preference, String exchange) {
        domain.mx(preference, exchange);
        return this;
    }

    /**
     * Adds a null MX: the domain does not accept mail (RFC 7505).
     *
     * @return this
     */
    public WorldDomain nullMx() {
        return mx(0, ".");
    }

    /**
     * Makes lookups of the domain itself go wrong, including those of its MX records.
     *
     * @param fault what happens
     * @return this
     */
    public WorldDomain mx(DnsFault fault) {
        domain.fault(fault);
        return this;
    }

    /**
     * Serves a valid policy with a max_age of a week.
     *
     * @param mode its mode
     * @param mx its MX patterns
     * @return this
     */
    public WorldDomain policy(PolicyMode mode, String... mx) {
        return policy(DeclaredSite.text(mode, mx));
    }

    /**
     * Serves a policy.
     *
     * @param text its text, sent as UTF-8
     * @return this
     */
    public WorldDomain policy(String text) {
        return policy(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Serves any octets as policy.
     *
     * @param octets the body
     * @return this
     */
    public WorldDomain policy(byte[] octets) {
        site.body(Objects.requireNonNull(octets, "octets"));
        return this;
    }

    /**
     * Changes what the policy host serves, and how: {@code https(site -> site.status(404))}, {@code https(PolicySite::reset)}.
     *
     * @param change from the site declared so far; a healthy one with an empty policy if none was declared
     * @return this
     */
    public WorldDomain https(UnaryOperator<PolicySite> change) {
        site.change(Objects.requireNonNull(change, "change"));
        return this;
    }

    /**
     * Gives the policy host another certificate.
     *
     * @param certificate the certificate that it shows
     * @return this
     */
    public WorldDomain certificate(ServedCertificate certificate) {
        Objects.requireNonNull(certificate, "certificate");
        return https(site -> site.certificate(certificate));
    }

    /**
     * Makes lookups of the policy host's address go wrong.
     *
     * @param fault what happens
     * @return this
     */
    public WorldDomain policyHost(DnsFault fault) {
        policyHost.fault(fault);
        return this;
    }

    /**
     * Makes the policy host an alias.
     *
     * @param targets a chain of CNAME targets; the last has the addresses
     * @return this
     */
    public WorldDomain policyHostVia(String... targets) {
        policyHost.via(targets);
        return this;
    }

    /**
     * Gives the policy host these addresses in place of 127.0.0.1, where the world serves it.
     *
     * @param addresses IPv4 or IPv6 addresses as text, at least one, else {@link IllegalArgumentException}
     * @return this
     */
    public WorldDomain policyHostAt(String... addresses) {
        if (Objects.requireNonNull(addresses, "addresses").length == 0) {
            throw new IllegalArgumentException("policyHostAt without an address");
        }
        policyHost.onlyAt(addresses);
        return this;
    }

    /**
     * Gives the domain, {@code _mta-sts}, {@code _smtp._tls} and the policy host a TTL in place of 60 seconds.
     *
     * @param duration from 0 to 2147483647 seconds, else {@link IllegalArgumentException}
     * @return this
     */
    public WorldDomain ttl(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        names().forEach(name -> name.ttl(duration));
        return this;
    }

    /**
     * Signs the zone (DNSSEC): the domain, and all names below it.
     *
     * @return this
     * @see WorldName#signed
     */
    public WorldDomain signed() {
        domain.signed();
        return this;
    }

    /**
     * Ends all faults of the DNS and of the policy host, whose certificate is valid again. Records and policy stay as they are.
     *
     * @return this
     */
    public WorldDomain healthy() {
        names().forEach(WorldName::withoutFaults);
        site.healthy();
        return this;
    }

    /** What is declared of its names, and what the policy host serves. */
    @Override
    public String toString() {
        return Stream.concat(names().filter(WorldName::isPublished), site.site().stream())
                .map(Object::toString)
                .collect(Collectors.joining("; ", "WorldDomain[", "]"));
    }

    WorldDomain publish() {
        domain.publish();
        return this;
    }

    void withdraw() {
        names().forEach(WorldName::withdraw);
        site.remove();
    }

    private Stream<WorldName> names() {
        return Stream.of(domain, record, tlsRpt, policyHost);
    }
}

package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.syntax.DomainName;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether an MX host has usable TLSA records (RFC 7672, section 2.2). Answers are kept for their TTL. */
final class Dane {

    /** The look-ups that DANE needs. */
    record Resolvers(MxResolver mx, AddressResolver addresses, TlsaResolver tlsa) {}

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private final @Nullable Resolvers resolvers;
    private final Ports ports;
    private final Executor executor;
    private final DnsAnswers<MxHost> mx;
    private final DnsAnswers<InetAddress> addresses;
    private final DnsAnswers<TlsaRecord> tlsa;

    /** Without resolvers there is no DANE. */
    Dane(@Nullable Resolvers resolvers, Ports ports, Clock clock, Executor executor) {
        this.resolvers = resolvers;
        this.ports = ports;
        this.executor = executor;
        mx = new DnsAnswers<>(clock);
        addresses = new DnsAnswers<>(clock);
        tlsa = new DnsAnswers<>(clock);
    }

    /** Never completes exceptionally. */
    CompletableFuture<HostFinding> find(PolicyState state, String mxHost) {
        Optional<DomainName> host = DomainName.parse(mxHost).value();
        Optional<DomainName> domain = DomainName.parse(state.domain()).value();
        if (resolvers == null || host.isEmpty() || domain.isEmpty()) {
            return CompletableFuture.completedFuture(HostFinding.withoutDane(state, "no DANE is looked for"));
        }
        return new Search(resolvers, state, host.get().text(), domain.get().text())
                .mx()
                .exceptionally(error -> broken(mxHost, error));
    }

    private HostFinding broken(String mxHost, Throwable error) {
        if (ports.isClosed()) {
            return HostFinding.unknown(Optional.empty(), "the sender was closed");
        }
        LOG.error(
                "The look for TLSA records of {} failed",
                DomainName.parse(mxHost).value().orElseThrow(),
                error);
        return HostFinding.unknown(Optional.empty(), "a fault of this program, which is logged");
    }

    /** One host of one domain. */
    private final class Search {

        private final Resolvers dns;
        private final PolicyState state;
        private final String host;
        private final String domain;

        Search(Resolvers dns, PolicyState state, String host, String domain) {
            this.dns = dns;
            this.state = state;
            this.host = host;
            this.domain = domain;
        }

        // RFC 7672 §2.2.1: DANE needs an MX RRset that DNSSEC vouches for
        CompletableFuture<HostFinding> mx() {
            return mx.get(domain, () -> ports.lookUp(() -> dns.mx().resolveMx(domain)))
                    .thenComposeAsync(this::afterMx, executor);
        }

        private CompletableFuture<HostFinding> afterMx(Lookup<MxHost> names) {
            if (names.isUnknown()) {
                return done(unknown("the MX records of " + domain, names));
            }
            if (!names.authenticated()) {
                return done(withoutDane("the MX records of " + domain + " are not signed"));
            }
            if (!isNamed(names)) {
                return done(withoutDane(host + " is no MX host of " + domain));
            }
            return addresses
                    .get(host, () -> ports.lookUp(() -> dns.addresses().resolveAddresses(host)))
                    .thenComposeAsync(this::afterAddresses, executor);
        }

        /** A host out of a forged MX answer brings TLSA records of its own. */
        private boolean isNamed(Lookup<MxHost> names) {
            // RFC 5321 §5.1: without MX records the domain is its own MX host
            return names.records().isEmpty()
                    ? host.equals(domain)
                    : names.records().stream().anyMatch(each -> DomainName.parse(each.exchange())
                            .value()
                            .filter(name -> name.text().equals(host))
                            .isPresent());
        }

        // RFC 7672 §2.2.2: and the host's addresses
        private CompletableFuture<HostFinding> afterAddresses(Lookup<InetAddress> found) {
            if (found.isUnknown()) {
                return done(unknown("the addresses of " + host, found));
            }
            if (!found.authenticated()) {
                return done(withoutDane("the addresses of " + host + " are not signed"));
            }
            // §2.2.2: what the host is an alias of comes first, and then its own name
            Optional<String> expanded = found.aliases().isEmpty()
                    ? Optional.empty()
                    : Optional.of(found.aliases().get(found.aliases().size() - 1));
            return expanded.isEmpty()
                    ? at(host)
                    : at(expanded.get())
                            .thenComposeAsync(first -> first.tlsRequired() ? done(first) : at(host), executor);
        }

        /** The TLSA records at one name. */
        private CompletableFuture<HostFinding> at(String base) {
            String name = "_25._tcp." + base;
            return tlsa.get(name, () -> ports.lookUp(() -> dns.tlsa().resolveTlsa(name)))
                    .thenApplyAsync(records -> judged(base, name, records), executor);
        }

        // RFC 7672 §2.1: a look-up that fails is never "no TLSA"
        private HostFinding judged(String base, String name, Lookup<TlsaRecord> records) {
            if (records.isUnknown()) {
                return unknown(name, records);
            }
            if (records.status() != LookupStatus.FOUND) {
                return withoutDane("there are no TLSA records at " + name);
            }
            if (!records.authenticated()) {
                return withoutDane("the TLSA records at " + name + " are not signed");
            }
            List<TlsaRecord> usable =
                    records.records().stream().filter(TlsaRecord::isUsable).toList();
            return usable.isEmpty()
                    ? withoutDane("no TLSA record at " + name + " is usable for SMTP")
                            .withTlsRequired()
                    : HostFinding.dane(usable, base, "there are TLSA records at " + name);
        }

        private HostFinding withoutDane(String why) {
            return HostFinding.withoutDane(state, why);
        }

        private static HostFinding unknown(String what, Lookup<?> failed) {
            return HostFinding.unknown(
                    Optional.of(ResultType.DNSSEC_INVALID),
                    what + " could not be looked up: " + failed.status()
                            + (failed.detail().isEmpty() ? "" : ", " + failed.detail()));
        }

        private static CompletableFuture<HostFinding> done(HostFinding finding) {
            return CompletableFuture.completedFuture(finding);
        }
    }
}

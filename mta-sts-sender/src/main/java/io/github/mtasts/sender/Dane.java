package io.github.mtasts.sender;

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

/** Finds the usable TLSA records of an MX host (RFC 7672, section 2.2). Answers are kept for their TTL. */
final class Dane {

    /** The lookups that DANE needs. */
    record Resolvers(MxResolver mx, AddressResolver addresses, TlsaResolver tlsa) {}

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);
    private static final CompletableFuture<DaneAnswer> OFF = done(DaneAnswer.OFF);

    private final @Nullable Resolvers resolvers;
    private final Ports ports;
    private final Executor executor;
    private final DnsAnswers<MxHost> mx;
    private final DnsAnswers<InetAddress> addresses;
    private final DnsAnswers<TlsaRecord> tlsa;

    /** Without resolvers DANE is off. */
    Dane(@Nullable Resolvers resolvers, Ports ports, Clock clock, Executor executor) {
        this.resolvers = resolvers;
        this.ports = ports;
        this.executor = executor;
        mx = new DnsAnswers<>(clock);
        addresses = new DnsAnswers<>(clock);
        tlsa = new DnsAnswers<>(clock);
    }

    /** Completes exceptionally only with an error of a port. */
    CompletableFuture<DaneAnswer> find(PolicyDecision decision, String mxHost) {
        if (resolvers == null) {
            return OFF;
        }
        Optional<DomainName> host = DomainName.parse(mxHost).value();
        Optional<DomainName> domain = decision.name();
        if (host.isEmpty() || domain.isEmpty()) {
            return OFF;
        }
        return new Search(resolvers, host.get().text(), domain.get().text())
                .mx()
                .exceptionally(error -> broken(host.get(), error));
    }

    private DaneAnswer broken(DomainName host, Throwable error) {
        if (ports.isClosed()) {
            return DaneAnswer.ourFault("the sender was closed");
        }
        LOG.error("The lookup of the TLSA records of {} failed", host, error);
        Ports.rethrow(error);
        return DaneAnswer.ourFault("an internal error, which was logged");
    }

    private static CompletableFuture<DaneAnswer> done(DaneAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    /** One host of one domain. */
    private final class Search {

        private final Resolvers dns;
        private final String host;
        private final String domain;

        Search(Resolvers dns, String host, String domain) {
            this.dns = dns;
            this.host = host;
            this.domain = domain;
        }

        // RFC 7672 §2.2.1: DANE needs an MX RRset that is signed with DNSSEC
        CompletableFuture<DaneAnswer> mx() {
            return mx.get(domain, () -> ports.lookUp(() -> dns.mx().resolveMx(domain)))
                    .thenComposeAsync(this::afterMx, executor);
        }

        private CompletableFuture<DaneAnswer> afterMx(Lookup<MxHost> names) {
            if (names.isUnknown()) {
                return done(DaneAnswer.unknown("the MX records of " + domain, names));
            }
            if (!names.authenticated()) {
                return done(DaneAnswer.none("the MX records of " + domain + " are not signed"));
            }
            if (!isNamed(names)) {
                return done(DaneAnswer.none(host + " is not an MX host of " + domain));
            }
            return addresses
                    .get(host, () -> ports.lookUp(() -> dns.addresses().resolveAddresses(host)))
                    .thenComposeAsync(this::afterAddresses, executor);
        }

        /** A host out of a forged MX answer would bring TLSA records of its own. */
        private boolean isNamed(Lookup<MxHost> names) {
            // RFC 5321 §5.1: without MX records the domain is its own MX host
            return names.records().isEmpty()
                    ? host.equals(domain)
                    : names.records().stream()
                            .anyMatch(each -> DomainName.parse(each.exchange())
                                    .value()
                                    .filter(name -> name.text().equals(host))
                                    .isPresent());
        }

        // RFC 7672 §2.2.2: the host's addresses must be signed as well
        private CompletableFuture<DaneAnswer> afterAddresses(Lookup<InetAddress> found) {
            if (found.isUnknown()) {
                return done(DaneAnswer.unknown("the addresses of " + host, found));
            }
            if (!found.authenticated()) {
                return done(DaneAnswer.none("the addresses of " + host + " are not signed"));
            }
            // §2.2.2: the name that the host is an alias of comes first, then its own name
            Optional<String> expanded = found.aliases().isEmpty()
                    ? Optional.empty()
                    : Optional.of(found.aliases().get(found.aliases().size() - 1));
            return expanded.isEmpty()
                    ? at(host)
                    : at(expanded.get())
                            .thenComposeAsync(first -> first.requiresTls() ? done(first) : at(host), executor);
        }

        /** The TLSA records at one name. */
        private CompletableFuture<DaneAnswer> at(String base) {
            String name = "_25._tcp." + base;
            return tlsa.get(name, () -> ports.lookUp(() -> dns.tlsa().resolveTlsa(name)))
                    .thenApplyAsync(records -> judged(base, name, records), executor);
        }

        private static DaneAnswer judged(String base, String name, Lookup<TlsaRecord> records) {
            if (records.isUnknown()) {
                return DaneAnswer.unknown(name, records);
            }
            if (records.status() != LookupStatus.FOUND) {
                return DaneAnswer.none("there are no TLSA records at " + name);
            }
            if (!records.authenticated()) {
                return DaneAnswer.none("the TLSA records at " + name + " are not signed");
            }
            List<TlsaRecord> usable =
                    records.records().stream().filter(TlsaRecord::isUsable).toList();
            return usable.isEmpty()
                    ? DaneAnswer.unusable("no TLSA record at " + name + " is usable for SMTP")
                    : DaneAnswer.found(usable, base, "there are TLSA records at " + name);
        }
    }
}

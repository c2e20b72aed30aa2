package io.github.mtasts.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether an MX host has usable TLSA records (RFC 7672, section 2.2). Answers are kept for their TTL. */
final class Dane {

    /** The look-ups that DANE needs. */
    record Resolvers(MxResolver mx, AddressResolver addresses, TlsaResolver tlsa) {}

    private static final long MOST_ANSWERS = 100_000;

    private final @Nullable Resolvers resolvers;
    private final Ports ports;
    private final Answers<MxHost> mx;
    private final Answers<InetAddress> addresses;
    private final Answers<TlsaRecord> tlsa;

    /** Without resolvers there is no DANE. */
    Dane(@Nullable Resolvers resolvers, Ports ports, Clock clock) {
        this.resolvers = resolvers;
        this.ports = ports;
        mx = new Answers<>(clock);
        addresses = new Answers<>(clock);
        tlsa = new Answers<>(clock);
    }

    CompletableFuture<HostDecision> forHost(PolicyDecision decision, String mxHost) {
        Optional<DomainName> host = DomainName.parse(mxHost).value();
        Optional<DomainName> domain = DomainName.parse(decision.domain()).value();
        if (resolvers == null || host.isEmpty() || domain.isEmpty()) {
            return done(withoutDane(decision, mxHost, "no DANE is looked for"));
        }
        return host(resolvers, decision, mxHost, host.get().text(), domain.get().text())
                .exceptionally(closed -> unknown(decision, mxHost, "the sender was closed"));
    }

    // RFC 7672 §2.2.1: DANE needs an MX RRset that DNSSEC vouches for; §2.2.2: and the host's addresses
    private CompletableFuture<HostDecision> host(
            Resolvers dns, PolicyDecision decision, String mxHost, String host, String domain) {
        return mx.get(domain, () -> ports.lookUp(() -> dns.mx().resolveMx(domain)))
                .thenCompose(names -> {
                    if (names.isUnknown()) {
                        return done(unknown(decision, mxHost, told("the MX records of " + domain, names)));
                    }
                    if (!names.authenticated()) {
                        return done(withoutDane(decision, mxHost, "the MX records of " + domain + " are not signed"));
                    }
                    if (!isNamed(names, domain, host)) {
                        return done(withoutDane(decision, mxHost, host + " is no MX host of " + domain));
                    }
                    return addresses
                            .get(host, () -> ports.lookUp(() -> dns.addresses().resolveAddresses(host)))
                            .thenCompose(found -> afterAddresses(dns, decision, mxHost, host, found));
                });
    }

    /** A host out of a forged MX answer brings TLSA records of its own. */
    private static boolean isNamed(Lookup<MxHost> names, String domain, String host) {
        // RFC 5321 §5.1: without MX records the domain is its own MX host
        return names.records().isEmpty()
                ? host.equals(domain)
                : names.records().stream().anyMatch(each -> DomainName.parse(each.exchange())
                        .value()
                        .filter(name -> name.text().equals(host))
                        .isPresent());
    }

    private CompletableFuture<HostDecision> afterAddresses(
            Resolvers dns, PolicyDecision decision, String mxHost, String host, Lookup<InetAddress> found) {
        if (found.isUnknown()) {
            return done(unknown(decision, mxHost, told("the addresses of " + host, found)));
        }
        if (!found.authenticated()) {
            return done(withoutDane(decision, mxHost, "the addresses of " + host + " are not signed"));
        }
        String name = "_25._tcp." + host;
        return tlsa.get(name, () -> ports.lookUp(() -> dns.tlsa().resolveTlsa(name)))
                .thenApply(records -> afterTlsa(decision, mxHost, name, records));
    }

    // RFC 7672 §2.1.1, §2.1.2: a look-up that fails is never "no TLSA"
    private static HostDecision afterTlsa(
            PolicyDecision decision, String mxHost, String name, Lookup<TlsaRecord> records) {
        if (records.isUnknown()) {
            return unknown(decision, mxHost, told(name, records));
        }
        if (records.status() != LookupStatus.FOUND) {
            return withoutDane(decision, mxHost, "there are no TLSA records at " + name);
        }
        if (!records.authenticated()) {
            return withoutDane(decision, mxHost, "the TLSA records at " + name + " are not signed");
        }
        List<TlsaRecord> usable =
                records.records().stream().filter(TlsaRecord::isUsable).toList();
        return usable.isEmpty()
                ? withoutDane(decision, mxHost, "no TLSA record at " + name + " is usable for SMTP")
                : new HostDecision(decision, mxHost, HostProtection.DANE, usable, "there are TLSA records at " + name);
    }

    private static HostDecision withoutDane(PolicyDecision decision, String mxHost, String why) {
        HostProtection protection = decision.state().asksForProof() ? HostProtection.MTA_STS : HostProtection.NONE;
        return new HostDecision(decision, mxHost, protection, List.of(), why);
    }

    private static HostDecision unknown(PolicyDecision decision, String mxHost, String why) {
        return new HostDecision(decision, mxHost, HostProtection.UNKNOWN, List.of(), why);
    }

    private static String told(String what, Lookup<?> failed) {
        return what + " could not be looked up: " + failed.status()
                + (failed.detail().isEmpty() ? "" : ", " + failed.detail());
    }

    private static CompletableFuture<HostDecision> done(HostDecision decision) {
        return CompletableFuture.completedFuture(decision);
    }

    /** The answers to one kind of question, each for its TTL. Failures are asked again. */
    private static final class Answers<T> {

        private record Kept<T>(Lookup<T> lookup, Instant until) {}

        private final Clock clock;
        private final Cache<String, Kept<T>> kept =
                Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

        Answers(Clock clock) {
            this.clock = clock;
        }

        CompletableFuture<Lookup<T>> get(String name, Supplier<CompletableFuture<Lookup<T>>> ask) {
            Kept<T> known = kept.getIfPresent(name);
            if (known != null && clock.instant().isBefore(known.until())) {
                return CompletableFuture.completedFuture(known.lookup());
            }
            return ask.get().thenApply(answer -> {
                if (!answer.isUnknown()) {
                    Instant until = clock.instant().plus(answer.ttl().orElse(Duration.ZERO));
                    kept.put(name, new Kept<>(answer, until));
                }
                return answer;
            });
        }
    }
}

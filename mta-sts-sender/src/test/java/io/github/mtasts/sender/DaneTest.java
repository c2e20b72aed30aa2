package io.github.mtasts.sender;

import static io.github.mtasts.sender.SignedHost.ALIAS;
import static io.github.mtasts.sender.SignedHost.HOST;
import static io.github.mtasts.sender.SignedHost.LEAF;
import static io.github.mtasts.sender.SignedHost.SIGNED;
import static io.github.mtasts.sender.SignedHost.TLSA;
import static io.github.mtasts.sender.SignedHost.endEntity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.testing.FakeDns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8461, section 2, and RFC 7672, section 2.2: DANE wins where a host has it. */
class DaneTest {

    private final SignedHost host = new SignedHost();

    @Test
    void aHostWithUsableTlsaRecordsIsProtectedByDane() {
        HostDecision decision = host.forHost(SIGNED.tlsa(TLSA, endEntity()));
        assertThat(decision.protection()).isEqualTo(HostProtection.DANE);
        assertThat(decision.tlsa()).containsExactly(endEntity());
    }

    @Test
    void aHostWithoutIsProtectedByThePolicy() {
        assertThat(host.forHost(SIGNED).protection()).isEqualTo(HostProtection.MTA_STS);
    }

    @ParameterizedTest
    @CsvSource({"testing, MTA_STS", "none, NONE"})
    void withoutDaneTheModeSaysWhetherThereIsProtection(String mode, HostProtection protection) {
        host.domain.policy(Domain.text(mode, HOST, 604_800));
        assertThat(host.forHost(SIGNED).protection()).isEqualTo(protection);
    }

    // RFC 7672 §2.2.1, §2.2.2: without DNSSEC all the way there is no DANE
    @Test
    void whatIsNotSignedDoesNotCount() {
        FakeDns unsigned = FakeDns.with()
                .mx(Domain.NAME, 10, HOST)
                .address(HOST, "192.0.2.25")
                .tlsa(TLSA, endEntity());
        assertThat(host.forHost(unsigned).protection()).isEqualTo(HostProtection.MTA_STS);
        assertThat(host.forHost(unsigned.signed(HOST)).protection()).isEqualTo(HostProtection.MTA_STS);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 1, 1", "3, 2, 1", "3, 1, 3", "255, 1, 1"})
    void recordsThatSmtpDoesNotKnowAreAsNone(int usage, int selector, int matchingType) {
        TlsaRecord unusable = new TlsaRecord(usage, selector, matchingType, "ab".repeat(32));
        assertThat(host.forHost(SIGNED.tlsa(TLSA, unusable)).protection()).isEqualTo(HostProtection.MTA_STS);
    }

    // RFC 7672 §2.1: a failure is never "no DANE"
    @ParameterizedTest
    @CsvSource({
        "_25._tcp.mail.example.org, SERVER_FAILURE",
        "_25._tcp.mail.example.org, TIMED_OUT",
        "mail.example.org, SERVER_FAILURE",
        "example.org, TIMED_OUT"
    })
    void aLookupThatFailsLeavesItUnknown(String name, LookupStatus status) {
        HostDecision decision = host.forHost(SIGNED.tlsa(TLSA, endEntity()).fails(name, status));
        assertThat(decision.protection()).isEqualTo(HostProtection.UNKNOWN);
        assertThat(decision.verify(List.of(LEAF.certificate())).mayDeliver()).isFalse();
        assertThat(decision.withoutStartTls().mayDeliver()).isFalse();
    }

    @Test
    void noTlsaIsAskedForWhereTheAddressesAreNotSigned() {
        FakeDns dns = FakeDns.with()
                .mx(Domain.NAME, 10, "mail.example.com")
                .address("mail.example.com", "192.0.2.25")
                .signed(Domain.NAME)
                .fails("_25._tcp.mail.example.com", LookupStatus.SERVER_FAILURE);
        assertThat(host.decide(dns, "mail.example.com").protection()).isEqualTo(HostProtection.MTA_STS);
    }

    @Test
    void theTlsaRecordsOfAHostThatIsNotInTheSignedMxRecordsDoNotCount() {
        FakeDns dns = SIGNED.address("mail.evil.example", "192.0.2.66")
                .tlsa("_25._tcp.mail.evil.example", endEntity())
                .signed("evil.example");
        assertThat(host.decide(dns, "mail.evil.example").protection()).isEqualTo(HostProtection.MTA_STS);
    }

    @Test
    void aDomainWithoutMxRecordsIsItsOwnHost() {
        FakeDns dns = FakeDns.with()
                .address(Domain.NAME, "192.0.2.25")
                .tlsa("_25._tcp." + Domain.NAME, endEntity())
                .signed(Domain.NAME);
        assertThat(host.decide(dns, Domain.NAME).protection()).isEqualTo(HostProtection.DANE);
    }

    // RFC 7672 §2.2.2: what the host is an alias of, and then its own name
    @ParameterizedTest
    @CsvSource({
        "_25._tcp.real.example.org, DANE",
        "_25._tcp.mail.example.org, DANE",
        "_25._tcp.other.example.org, MTA_STS"
    })
    void aHostThatIsAnAliasHasItsTlsaRecordsAtEitherName(String name, HostProtection protection) {
        assertThat(host.forHost(ALIAS.tlsa(name, endEntity())).protection()).isEqualTo(protection);
    }

    @Test
    void theRecordsOfWhatItIsAnAliasOfComeFirst() {
        TlsaRecord own = new TlsaRecord(3, 1, 1, "cd".repeat(32));
        FakeDns dns = ALIAS.tlsa("_25._tcp.real.example.org", endEntity()).tlsa(TLSA, own);
        assertThat(host.forHost(dns).tlsa()).containsExactly(endEntity());
    }

    @ParameterizedTest
    @CsvSource({"_25._tcp.real.example.org", "_25._tcp.mail.example.org"})
    void ifEitherLookupFailsItIsUnknown(String name) {
        assertThat(host.forHost(ALIAS.fails(name, LookupStatus.SERVER_FAILURE)).protection())
                .isEqualTo(HostProtection.UNKNOWN);
    }

    @Test
    void withoutAResolverForItThePolicyAppliesAndNothingIsLookedUp() {
        List<Runnable> begun = new ArrayList<>();
        try (MtaStsSender sender = host.domain.sender(task -> {
            begun.add(task);
            task.run();
        })) {
            PolicyDecision policy = sender.policyFor(Domain.NAME).join();
            host.domain.lookups.set(0);
            begun.clear();

            assertThat(sender.forHost(policy, HOST))
                    .isCompletedWithValueMatching(decision -> decision.protection() == HostProtection.MTA_STS);
            assertThat(host.domain.lookups).hasValue(0);
            assertThat(begun).isEmpty();
        }
    }

    @Test
    void whatWasNotLookedUpBecauseTheSenderWasClosedIsNotReported() {
        MtaStsSender sender = host.domain
                .builder()
                .dane(SIGNED.tlsa(TLSA, endEntity()))
                .build(Runnable::run, host.domain.alarm, () -> 0);
        PolicyDecision policy = sender.policyFor(Domain.NAME).join();
        sender.close();
        HostDecision decision = sender.forHost(policy, HOST).join();
        assertThat(decision.protection()).isEqualTo(HostProtection.UNKNOWN);
        assertThat(decision.verify(List.of()).mayDeliver()).isFalse();
        assertThat(host.domain.listened.events).isEmpty();
    }

    @Test
    void whoAsksAtTheSameMomentSharesTheLookups() {
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<Lookup<MxHost>> pending = new CompletableFuture<>();
        Counting dns = new Counting(SIGNED, asked) {
            @Override
            public CompletableFuture<Lookup<MxHost>> resolveMx(String name) {
                asked.incrementAndGet();
                return pending;
            }
        };
        try (MtaStsSender sender = host.domain.builder().dane(dns).build(Runnable::run, host.domain.alarm, () -> 0)) {
            PolicyDecision policy = sender.policyFor(Domain.NAME).join();
            var all = Stream.generate(() -> sender.forHost(policy, HOST))
                    .limit(50)
                    .toList();
            assertThat(asked).hasValue(1);
            pending.complete(SIGNED.resolveMx(Domain.NAME).join());
            assertThat(all)
                    .allSatisfy(each -> assertThat(each.join().protection()).isEqualTo(HostProtection.MTA_STS));
        }
    }

    @Test
    void answersAreKeptForTheirTtl() {
        FakeDns dns = SIGNED.tlsa(TLSA, endEntity())
                .ttl(TLSA, Duration.ofMinutes(5))
                .ttl(HOST, Duration.ofMinutes(5))
                .ttl(Domain.NAME, Duration.ofMinutes(5));
        AtomicInteger asked = new AtomicInteger();
        try (MtaStsSender sender =
                host.domain.builder().dane(new Counting(dns, asked)).build(Runnable::run, host.domain.alarm, () -> 0)) {
            PolicyDecision policy = sender.policyFor(Domain.NAME).join();
            sender.forHost(policy, HOST).join();
            host.domain.clock.pass(Duration.ofSeconds(299));
            sender.forHost(policy, HOST).join();
            assertThat(asked).hasValue(3);
            host.domain.clock.pass(Duration.ofSeconds(1));
            sender.forHost(policy, HOST).join();
            assertThat(asked).hasValue(6);
        }
    }

    private static class Counting
            implements io.github.mtasts.spi.MxResolver,
                    io.github.mtasts.spi.AddressResolver,
                    io.github.mtasts.spi.TlsaResolver {

        private final FakeDns dns;
        private final AtomicInteger asked;

        Counting(FakeDns dns, AtomicInteger asked) {
            this.dns = dns;
            this.asked = asked;
        }

        @Override
        public CompletableFuture<Lookup<MxHost>> resolveMx(String name) {
            asked.incrementAndGet();
            return dns.resolveMx(name);
        }

        @Override
        public CompletableFuture<Lookup<java.net.InetAddress>> resolveAddresses(String host) {
            asked.incrementAndGet();
            return dns.resolveAddresses(host);
        }

        @Override
        public CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name) {
            asked.incrementAndGet();
            return dns.resolveTlsa(name);
        }
    }
}

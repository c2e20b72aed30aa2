package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.tlsrpt.PolicyType;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 7672, section 2: what each answer of the DNS means for DANE. */
class DaneAnswersTest {

    private static final String HOST = "mail.example.org";
    private static final FakeDns SIGNED =
            FakeDns.with().mx(Domain.NAME, 10, HOST).address(HOST, "192.0.2.25").signed(Domain.NAME);
    private static final HeldCertificate LEAF = new HeldCertificate.Builder().build();

    private final Domain domain = new Domain().record("a").policy(Domain.text("enforce", HOST, 604_800));

    @Test
    void tlsaRecordsThatAreNotSignedDoNotCount() {
        Lookup<TlsaRecord> unsigned = Lookup.found(List.of(tlsa(3)));
        assertThat(decide(() -> CompletableFuture.completedFuture(unsigned)).protection())
                .isEqualTo(HostProtection.MTA_STS);
    }

    @ParameterizedTest
    @EnumSource(
            value = LookupStatus.class,
            names = {"SERVER_FAILURE", "TIMED_OUT", "NOT_ATTEMPTED"})
    void whereNobodyKnowsWhetherThereAreTlsaRecordsNothingIsDelivered(LookupStatus status) {
        HostDecision decision = decide(() -> CompletableFuture.completedFuture(Lookup.without(status, "")));
        assertThat(decision.protection()).isEqualTo(HostProtection.UNKNOWN);
        assertThat(decision.verify(List.of(LEAF.certificate())).mayDeliver()).isFalse();
    }

    @Test
    void aFailureIsAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        Dns dns = new Dns(() -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Lookup.without(LookupStatus.SERVER_FAILURE, ""));
        });
        try (MtaStsSender sender = sender(dns)) {
            PolicyDecision policy = sender.policyFor(Domain.NAME).join();
            sender.forHost(policy, HOST).join();
            sender.forHost(policy, HOST).join();
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void closingLeavesItUnknownWhetherThereIsDane() {
        MtaStsSender sender = sender(new Dns(CompletableFuture::new));
        CompletableFuture<HostDecision> decision =
                sender.forHost(sender.policyFor(Domain.NAME).join(), HOST);
        sender.close();
        assertThat(decision.join().protection()).isEqualTo(HostProtection.UNKNOWN);
        assertThat(decision.join().withoutStartTls().mayDeliver()).isFalse();
    }

    @Test
    void aSessionThatDaneProvesIsReportedWithItsTlsaRecords() {
        decide(() -> found(tlsa(3))).verify(List.of(LEAF.certificate()));
        assertThat(domain.listened.events).singleElement().satisfies(event -> {
            assertThat(event.policyType()).isEqualTo(PolicyType.TLSA);
            assertThat(event.policyString()).containsExactly(tlsa(3).toString());
            assertThat(event.resultType()).isEmpty();
        });
    }

    @Test
    void aTrustAnchorIsNeverTheHostsOwnCertificate() {
        assertThat(decide(() -> found(tlsa(2)))
                        .verify(List.of(LEAF.certificate()))
                        .resultType())
                .contains(ResultType.TLSA_INVALID);
    }

    @Test
    void anEndEntityIsNeverACertificateThatWasSentAlong() {
        HeldCertificate other = new HeldCertificate.Builder().build();
        assertThat(decide(() -> found(tlsa(3)))
                        .verify(List.of(other.certificate(), LEAF.certificate()))
                        .mayDeliver())
                .isFalse();
    }

    private HostDecision decide(Supplier<CompletableFuture<Lookup<TlsaRecord>>> tlsa) {
        try (MtaStsSender sender = sender(new Dns(tlsa))) {
            return sender.forHost(sender.policyFor(Domain.NAME).join(), HOST).join();
        }
    }

    private MtaStsSender sender(Dns dns) {
        return domain.builder().dane(dns).build(Runnable::run, domain.alarm, () -> 0);
    }

    private static CompletableFuture<Lookup<TlsaRecord>> found(TlsaRecord record) {
        return CompletableFuture.completedFuture(Lookup.found(List.of(record)).withAuthenticated(true));
    }

    private static TlsaRecord tlsa(int usage) {
        try {
            byte[] octets = MessageDigest.getInstance("SHA-256")
                    .digest(LEAF.certificate().getPublicKey().getEncoded());
            return new TlsaRecord(usage, 1, 1, HexFormat.of().formatHex(octets));
        } catch (java.security.NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }

    /** Signed MX and address records, and TLSA records as a test says. */
    private record Dns(Supplier<CompletableFuture<Lookup<TlsaRecord>>> tlsa)
            implements MxResolver, AddressResolver, TlsaResolver {

        @Override
        public CompletableFuture<Lookup<MxHost>> resolveMx(String name) {
            return SIGNED.resolveMx(name);
        }

        @Override
        public CompletableFuture<Lookup<InetAddress>> resolveAddresses(String host) {
            return SIGNED.resolveAddresses(host);
        }

        @Override
        public CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name) {
            return tlsa.get();
        }
    }
}

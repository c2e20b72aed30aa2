package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.tlsrpt.PolicyType;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 8461, section 2, and RFC 7672: DANE wins where a host has it. */
class DaneTest {

    private static final String HOST = "mail.example.org";
    private static final String TLSA = "_25._tcp." + HOST;
    private static final FakeDns SIGNED =
            FakeDns.with().mx(Domain.NAME, 10, HOST).address(HOST, "192.0.2.25").signed(Domain.NAME);
    private static final HeldCertificate LEAF = new HeldCertificate.Builder().build();

    private final Domain domain = new Domain().record("a").policy(Domain.text("enforce", HOST, 604_800));

    @Test
    void aHostWithUsableTlsaRecordsIsProtectedByDane() {
        HostDecision decision = forHost(SIGNED.tlsa(TLSA, endEntity()));
        assertThat(decision.protection()).isEqualTo(HostProtection.DANE);
        assertThat(decision.tlsa()).containsExactly(endEntity());
    }

    @Test
    void aHostWithoutIsProtectedByThePolicy() {
        assertThat(forHost(SIGNED).protection()).isEqualTo(HostProtection.MTA_STS);
    }

    @ParameterizedTest
    @CsvSource({"testing, MTA_STS", "none, NONE"})
    void withoutDaneTheModeSaysWhetherThereIsProtection(String mode, HostProtection protection) {
        domain.policy(Domain.text(mode, HOST, 604_800));
        assertThat(forHost(SIGNED).protection()).isEqualTo(protection);
    }

    @Test
    void aPolicyInTestingModeDoesNotOverrideDane() {
        domain.policy(Domain.text("testing", HOST, 604_800));
        HostResult result = forHost(SIGNED.tlsa(TLSA, endEntity()))
                .verify(List.of(new HeldCertificate.Builder().build().certificate()));
        assertThat(result.delivery()).isEqualTo(Delivery.DO_NOT_DELIVER);
    }

    // RFC 7672 §2.2.1, §2.2.2: without DNSSEC all the way there is no DANE
    @Test
    void whatIsNotSignedDoesNotCount() {
        FakeDns unsigned = FakeDns.with()
                .mx(Domain.NAME, 10, HOST)
                .address(HOST, "192.0.2.25")
                .tlsa(TLSA, endEntity());
        assertThat(forHost(unsigned).protection()).isEqualTo(HostProtection.MTA_STS);
        assertThat(forHost(unsigned.signed(HOST)).protection()).isEqualTo(HostProtection.MTA_STS);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 1, 1", "3, 2, 1", "3, 1, 3", "255, 1, 1"})
    void recordsThatSmtpDoesNotKnowAreAsNone(int usage, int selector, int matchingType) {
        TlsaRecord unusable = new TlsaRecord(usage, selector, matchingType, "ab".repeat(32));
        assertThat(forHost(SIGNED.tlsa(TLSA, unusable)).protection()).isEqualTo(HostProtection.MTA_STS);
    }

    // RFC 7672 §2.1: a failure is never "no DANE"
    @ParameterizedTest
    @CsvSource({
        "_25._tcp.mail.example.org, SERVER_FAILURE",
        "_25._tcp.mail.example.org, TIMED_OUT",
        "mail.example.org, SERVER_FAILURE",
        "example.org, TIMED_OUT"
    })
    void aLookUpThatFailsLeavesItUnknown(String name, LookupStatus status) {
        HostDecision decision = forHost(SIGNED.tlsa(TLSA, endEntity()).fails(name, status));
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
        assertThat(decide(dns, "mail.example.com").protection()).isEqualTo(HostProtection.MTA_STS);
    }

    @Test
    void theTlsaRecordsOfAHostThatIsNotInTheSignedMxRecordsDoNotCount() {
        FakeDns dns = SIGNED.address("mail.evil.example", "192.0.2.66")
                .tlsa("_25._tcp.mail.evil.example", endEntity())
                .signed("evil.example");
        assertThat(decide(dns, "mail.evil.example").protection()).isEqualTo(HostProtection.MTA_STS);
    }

    @Test
    void aDomainWithoutMxRecordsIsItsOwnHost() {
        FakeDns dns = FakeDns.with()
                .address(Domain.NAME, "192.0.2.25")
                .tlsa("_25._tcp." + Domain.NAME, endEntity())
                .signed(Domain.NAME);
        assertThat(decide(dns, Domain.NAME).protection()).isEqualTo(HostProtection.DANE);
    }

    @Test
    void withoutAResolverForItThereIsNoDane() {
        try (MtaStsSender sender = domain.sender()) {
            PolicyDecision policy = sender.policyFor(Domain.NAME).join();
            assertThat(sender.forHost(policy, HOST).join().protection()).isEqualTo(HostProtection.MTA_STS);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0", "3, 0, 1", "3, 0, 2", "3, 1, 0", "3, 1, 1", "3, 1, 2"})
    void withDaneEeTheCertificateMatchesAndNothingElseCounts(int usage, int selector, int matchingType)
            throws Exception {
        HeldCertificate expiredForNobody =
                new HeldCertificate.Builder().validityInterval(0, 1).build();
        HostDecision decision = forHost(SIGNED.tlsa(TLSA, tlsa(expiredForNobody, usage, selector, matchingType)));
        assertThat(decision.verify(List.of(expiredForNobody.certificate())).delivery())
                .isEqualTo(Delivery.DELIVER);
        assertThat(decision.verify(List.of(LEAF.certificate())).resultType()).contains(ResultType.TLSA_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, true, DELIVER",
        "mail.example.com, true, DO_NOT_DELIVER",
        "mail.example.org, false, DO_NOT_DELIVER"
    })
    void withDaneTaTheChainEndsInTheMatchingIssuerAndTheHostIsNamed(String name, boolean sent, Delivery delivery)
            throws Exception {
        long now = domain.clock.instant().toEpochMilli();
        HeldCertificate issuer = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .validityInterval(now - 1000, now + 1000)
                .build();
        HeldCertificate leaf = new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(issuer)
                .validityInterval(now - 1000, now + 1000)
                .build();
        HostDecision decision = forHost(SIGNED.tlsa(TLSA, tlsa(issuer, 2, 0, 1)));

        var chain = Stream.of(leaf, issuer)
                .limit(sent ? 2 : 1)
                .map(HeldCertificate::certificate)
                .toList();

        assertThat(decision.verify(chain).delivery()).isEqualTo(delivery);
    }

    @Test
    void aCertificateThatOnlyClaimsToBeIssuedByTheAnchorIsRefused() throws Exception {
        HeldCertificate issuer = new HeldCertificate.Builder()
                .commonName("issuer")
                .certificateAuthority(0)
                .build();
        HeldCertificate impostor = new HeldCertificate.Builder()
                .commonName("issuer")
                .certificateAuthority(0)
                .build();
        HeldCertificate leaf = new HeldCertificate.Builder()
                .addSubjectAlternativeName(HOST)
                .signedBy(impostor)
                .build();
        HostDecision decision = forHost(SIGNED.tlsa(TLSA, tlsa(issuer, 2, 1, 1)));
        assertThat(decision.verify(List.of(leaf.certificate(), issuer.certificate()))
                        .mayDeliver())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Delivery.class, names = "DO_NOT_DELIVER")
    void withDaneTlsIsMandatory(Delivery refused) {
        HostDecision decision = forHost(SIGNED.tlsa(TLSA, endEntity()));
        assertThat(decision.withoutStartTls().delivery()).isEqualTo(refused);
        assertThat(decision.tlsFailed("handshake_failure").delivery()).isEqualTo(refused);
    }

    @Test
    void aSessionUnderDaneIsToldWithItsTlsaRecords() {
        forHost(SIGNED.tlsa(TLSA, endEntity())).withoutStartTls();
        assertThat(domain.listened.events).singleElement().satisfies(event -> {
            assertThat(event.policyType()).isEqualTo(PolicyType.TLSA);
            assertThat(event.policyString()).containsExactly(endEntity().toString());
            assertThat(event.resultType()).contains(ResultType.STARTTLS_NOT_SUPPORTED);
        });
    }

    @Test
    void answersAreKeptForTheirTtl() {
        FakeDns dns = SIGNED.tlsa(TLSA, endEntity())
                .ttl(TLSA, Duration.ofMinutes(5))
                .ttl(HOST, Duration.ofMinutes(5))
                .ttl(Domain.NAME, Duration.ofMinutes(5));
        AtomicInteger asked = new AtomicInteger();
        try (MtaStsSender sender = domain.builder()
                .dane(new Counting(dns, asked))
                .build(Runnable::run, domain.alarm, new Schedule(() -> 0))) {
            PolicyDecision policy = sender.policyFor(Domain.NAME).join();
            sender.forHost(policy, HOST).join();
            domain.clock.pass(Duration.ofSeconds(299));
            sender.forHost(policy, HOST).join();
            assertThat(asked).hasValue(3);
            domain.clock.pass(Duration.ofSeconds(1));
            sender.forHost(policy, HOST).join();
            assertThat(asked).hasValue(6);
        }
    }

    private HostDecision forHost(FakeDns dns) {
        return decide(dns, HOST);
    }

    private HostDecision decide(FakeDns dns, String mxHost) {
        try (MtaStsSender sender =
                domain.builder().dane(dns).build(Runnable::run, domain.alarm, new Schedule(() -> 0))) {
            return sender.forHost(sender.policyFor(Domain.NAME).join(), mxHost).join();
        }
    }

    private static TlsaRecord endEntity() {
        return new TlsaRecord(3, 1, 1, "ab".repeat(32));
    }

    private static TlsaRecord tlsa(HeldCertificate certificate, int usage, int selector, int matchingType)
            throws Exception {
        byte[] selected = selector == 0
                ? certificate.certificate().getEncoded()
                : certificate.certificate().getPublicKey().getEncoded();
        byte[] data = matchingType == 0
                ? selected
                : MessageDigest.getInstance(matchingType == 1 ? "SHA-256" : "SHA-512")
                        .digest(selected);
        return new TlsaRecord(usage, selector, matchingType, HexFormat.of().formatHex(data));
    }

    private record Counting(FakeDns dns, AtomicInteger asked)
            implements io.github.mtasts.spi.MxResolver,
                    io.github.mtasts.spi.AddressResolver,
                    io.github.mtasts.spi.TlsaResolver {

        @Override
        public java.util.concurrent.CompletableFuture<Lookup<io.github.mtasts.spi.MxHost>> resolveMx(String name) {
            asked.incrementAndGet();
            return dns.resolveMx(name);
        }

        @Override
        public java.util.concurrent.CompletableFuture<Lookup<java.net.InetAddress>> resolveAddresses(String host) {
            asked.incrementAndGet();
            return dns.resolveAddresses(host);
        }

        @Override
        public java.util.concurrent.CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name) {
            asked.incrementAndGet();
            return dns.resolveTlsa(name);
        }
    }
}

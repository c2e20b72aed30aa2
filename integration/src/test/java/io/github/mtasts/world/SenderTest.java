package io.github.mtasts.world;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.syntax.PolicyMode.TESTING;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.HostProtection;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.PolicySite;
import io.github.mtasts.testing.WorldDomain;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sender over real DNS and real HTTPS on 127.0.0.1. */
class SenderTest {

    private static final String HOST = "mail.example.org";

    private final List<TlsRptEvent> events = new ArrayList<>();
    private final MtaStsWorld world = MtaStsWorld.start();
    private final DnsjavaResolver dns =
            DnsjavaResolver.builder().servers(world.dns()).trustAd().build();
    private final OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(dns)
            .port(world.httpsPort())
            .trust(world.ca())
            .allowAddresses(InetAddress::isLoopbackAddress)
            .build();
    private final MtaStsSender sender = MtaStsSender.builder()
            .resolver(dns)
            .policyFetcher(fetcher)
            .dane(dns)
            .listener(new SenderListener() {
                @Override
                public void onEvent(TlsRptEvent event) {
                    events.add(event);
                }
            })
            .build();

    @AfterEach
    void close() {
        sender.close();
        fetcher.close();
        dns.close();
        world.close();
    }

    @Test
    void aPolicyIsFetchedOnceAndAgainWhenItsIdChanges() {
        WorldDomain domain = world.domain("example.org")
                .record("v=STSv1; id=1")
                .policy(ENFORCE, HOST)
                .mx(HOST);
        assertThat(decision().reason()).isEqualTo(DecisionReason.FETCHED);
        assertThat(decision().reason()).isEqualTo(DecisionReason.CACHED);
        assertThat(world.requests()).hasSize(1);

        domain.policy(TESTING, HOST).replaceRecord("v=STSv1; id=2");

        assertThat(sender.recheck("example.org").join().isEnforced()).isFalse();
        assertThat(world.requests()).hasSize(2);
    }

    @Test
    void anAttackerWhoCutsTheNetworkDoesNotSwitchAPolicyOff() {
        WorldDomain domain = world.domain("example.org")
                .record("v=STSv1; id=1")
                .policy(ENFORCE, HOST)
                .mx(HOST);
        decision();
        domain.record(DnsFault.SERVFAIL).https(PolicySite::reset);
        assertThat(sender.recheck("example.org").join().isEnforced()).isTrue();
    }

    @Test
    void thePolicyHostsCertificateIsReportedByItsResultType() {
        world.domain("example.org")
                .record("v=STSv1; id=1")
                .policy(ENFORCE, HOST)
                .mx(HOST)
                .certificate(expired(daysAgo(3)));
        PolicyDecision decision = decision();
        sender.forHost(decision, HOST).join().verify(List.of());
        assertThat(decision.reason()).isEqualTo(DecisionReason.FETCH_FAILED);
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.resultType()).contains(ResultType.STS_WEBPKI_INVALID));
    }

    @Test
    void aSubdomainInheritsNothing() {
        world.domain("example.org")
                .record("v=STSv1; id=1")
                .policy(ENFORCE, HOST)
                .mx(HOST);
        assertThat(sender.policyFor("sub.example.org").join().reason()).isEqualTo(DecisionReason.NO_RECORD);
    }

    @Test
    void aSignedHostWithTlsaRecordsIsProtectedByDane() {
        world.domain("example.org")
                .signed()
                .record("v=STSv1; id=1")
                .policy(ENFORCE, HOST)
                .mx(HOST);
        world.name(HOST).address("127.0.0.1");
        world.name("_25._tcp." + HOST).tlsa(new TlsaRecord(3, 1, 1, "ab".repeat(32)));
        assertThat(sender.forHost(decision(), HOST).join().protection()).isEqualTo(HostProtection.DANE);
    }

    @Test
    void aBogusTlsaAnswerLeavesItUnknown() {
        world.domain("example.org")
                .signed()
                .record("v=STSv1; id=1")
                .policy(ENFORCE, HOST)
                .mx(HOST);
        world.name(HOST).address("127.0.0.1");
        world.name("_25._tcp." + HOST).fault(DnsFault.BOGUS);
        assertThat(sender.forHost(decision(), HOST).join().protection()).isEqualTo(HostProtection.UNKNOWN);
    }

    private PolicyDecision decision() {
        return sender.policyFor("example.org").join();
    }
}

package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import io.github.mtasts.tlsrpt.TlsRptReporter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8461, section 6, and RFC 8460, section 4: what is reported. */
class ReportedTest {

    private static final String HOST = "mail.example.org";

    private final Domain domain = new Domain();
    private final MtaStsSender sender = domain.sender();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void aFailedSessionIsReportedWithThePolicyAsItWasServed() {
        domain.record("a")
                .policy("version: STSv1\r\nmode: testing\r\nmx: *.example.org\r\nmx: " + HOST
                        + "\r\nmax_age: 604800\r\n");
        Domain.host(sender, HOST).withoutStartTls();

        TlsRptEvent event = only();
        assertThat(event.time()).isEqualTo(domain.clock.instant());
        assertThat(event.policyDomain()).isEqualTo(new DomainName(Domain.NAME));
        assertThat(event.policyType()).isEqualTo(PolicyType.STS);
        assertThat(event.policyString())
                .containsExactly(
                        "version: STSv1", "mode: testing", "mx: *.example.org", "mx: " + HOST, "max_age: 604800");
        assertThat(event.mxHostPatterns()).containsExactly("*.example.org", HOST);
        assertThat(event.receivingMxHostname()).contains(HOST);
        assertThat(event.resultType()).contains(ResultType.STARTTLS_NOT_SUPPORTED);
    }

    @Test
    void aSessionWithoutAnyPolicyIsReportedAsSuch() {
        Domain.host(sender, HOST).verify(List.of());
        assertThat(only().policyType()).isEqualTo(PolicyType.NO_POLICY_FOUND);
        assertThat(only().resultType()).isEmpty();
    }

    // RFC 8461 §6: a fetch that failed with a valid record
    @ParameterizedTest
    @CsvSource({
        "CONNECT_FAILED, STS_POLICY_FETCH_ERROR",
        "TIMED_OUT, STS_POLICY_FETCH_ERROR",
        "TLS_FAILED, STS_POLICY_FETCH_ERROR",
        "TLS_EXPIRED, STS_WEBPKI_INVALID",
        "TLS_UNTRUSTED, STS_WEBPKI_INVALID",
        "TLS_NAME_MISMATCH, STS_WEBPKI_INVALID"
    })
    void aSessionWithoutThePolicyThatThereShouldBeIsReportedByWhatFailed(FetchStatus status, ResultType type) {
        domain.record("a").policy(status);
        Domain.host(sender, HOST).verify(List.of());
        assertThat(only().policyType()).isEqualTo(PolicyType.STS);
        assertThat(only().resultType()).contains(type);
    }

    @Test
    void thatThePolicyFailedIsReportedAlsoWhereTheSessionFails() {
        domain.record("a").policy(FetchStatus.TIMED_OUT);
        Domain.host(sender, HOST).withoutStartTls();
        assertThat(only().resultType()).contains(ResultType.STS_POLICY_FETCH_ERROR);
    }

    @Test
    void aSessionWithAnInvalidPolicyIsReportedAsSuch() {
        domain.record("a").policy("version: STSv1\nmode: enforced\n");
        Domain.host(sender, HOST).verify(List.of());
        assertThat(only().resultType()).contains(ResultType.STS_POLICY_INVALID);
    }

    // RFC 8461 §6: any fetch that failed while a policy is cached, unless its mode is none
    @ParameterizedTest
    @CsvSource({"enforce, 1", "testing, 1", "none, 0"})
    void aFetchThatFailedIsReportedWhileAPolicyIsCached(String mode, int told) {
        domain.record("a").policy(Domain.text(mode, HOST, 604_800));
        sender.policyFor(Domain.NAME).join();
        domain.record("b").policy(FetchStatus.CONNECT_FAILED);
        sender.recheck(Domain.NAME).join();

        assertThat(domain.listened.events).hasSize(told).allSatisfy(event -> {
            assertThat(event.resultType()).contains(ResultType.STS_POLICY_FETCH_ERROR);
            assertThat(event.receivingMxHostname()).isEmpty();
        });
        assertThat(domain.listened.fetches).containsExactly(DecisionReason.FETCHED, DecisionReason.FETCH_FAILED);
    }

    @Test
    void noFailureIsReportedForAPolicyInModeNone() {
        domain.record("a").policy(Domain.text("none", HOST, 604_800));
        Domain.host(sender, HOST).withoutStartTls();
        assertThat(domain.listened.events).isEmpty();
    }

    @Test
    void theConnectionIsReportedWhereItIsKnown() throws Exception {
        MxConnection connection = MxConnection.between(
                        java.net.InetAddress.getByName("192.0.2.1"), java.net.InetAddress.getByName("2001:db8::25"))
                .greetedAs("mx.example.net");
        Domain.host(sender, HOST).over(connection).withoutStartTls();
        assertThat(only().sendingMtaIp()).contains("192.0.2.1");
        assertThat(only().receivingIp()).contains("2001:db8:0:0:0:0:0:25");
        assertThat(only().receivingMxHelo()).contains("mx.example.net");
    }

    @Test
    void aFailureWithoutAMessageIsReportedByItsKind() {
        Domain.host(sender, HOST).tlsFailed(new javax.net.ssl.SSLException((String) null));
        assertThat(only().failureReasonCode()).contains("SSLException");
    }

    @Test
    void aDaysEventsMakeTheReportOfADomain() {
        domain.record("a").policy(Domain.text("testing", HOST, 604_800));
        HostDecision host = Domain.host(sender, HOST);
        host.withoutStartTls();
        host.withoutStartTls();
        Domain.host(sender, "mail.example.com").verify(List.of());
        domain.record("b").policy(FetchStatus.CONNECT_FAILED);
        sender.recheck(Domain.NAME).join();

        var reports = new TlsRptReporter("Example Inc.", "tls@example.net")
                .reports(LocalDate.parse("2026-11-24"), domain.listened.events, name -> "1");

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.failedSessions()).isEqualTo(4);
            assertThat(report.policies())
                    .singleElement()
                    .satisfies(policy -> assertThat(policy.failureDetails())
                            .extracting(failure -> failure.resultType().orElse("?") + " "
                                    + failure.failedSessions().orElseThrow())
                            .containsExactlyInAnyOrder(
                                    "starttls-not-supported 2",
                                    "certificate-host-mismatch 1",
                                    "sts-policy-fetch-error 1"));
        });
    }

    @Test
    void anAddressLiteralHasNobodyToReportTo() {
        PolicyDecision literal = sender.policyFor("[192.0.2.1]").join();
        sender.forHost(literal, "192.0.2.1").join().verify(List.of());
        assertThat(domain.listened.events).isEmpty();
    }

    @Test
    void eachDecisionIsReported() {
        sender.policyFor(Domain.NAME).join();
        sender.policyFor("[192.0.2.1]").join();
        assertThat(domain.listened.decisions)
                .extracting(PolicyDecision::reason)
                .containsExactly(DecisionReason.NO_RECORD, DecisionReason.NO_DOMAIN);
    }

    @Test
    void aListenerThatThrowsStopsNoMail() {
        try (MtaStsSender bothered = domain.builder()
                .listener(new SenderListener() {
                    @Override
                    public void onEvent(TlsRptEvent event) {
                        throw new IllegalStateException("full");
                    }

                    @Override
                    public void onDecision(PolicyDecision decision) {
                        throw new IllegalStateException("full");
                    }
                })
                .build(Runnable::run, domain.alarm, () -> 0)) {
            assertThat(Domain.host(bothered, HOST).verify(List.of()).mayDeliver())
                    .isTrue();
        }
    }

    private TlsRptEvent only() {
        assertThat(domain.listened.events).hasSize(1);
        return domain.listened.events.get(0);
    }
}

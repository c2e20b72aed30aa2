package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.certificate.DaneCertificate;
import io.github.mtasts.certificate.DnsIds;
import io.github.mtasts.certificate.MxCertificate;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.spi.AddressGuard;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.spi.TxtResolver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Null is the caller's mistake, and is refused by the name of the parameter. */
@SuppressWarnings("NullAway")
class NullTest {

    private static final Instant NOW = Instant.EPOCH;

    @Test
    void aSettingOfTheChecker() {
        MtaStsCheckerBuilder builder = MtaStsChecker.builder();
        refused("limit", () -> builder.timeout(null));
        refused("limit", () -> builder.lookupTimeout(null));
        refused("limit", () -> builder.fetchTimeout(null));
        refused("testingMaxAge", () -> new Thresholds(null, Duration.ZERO, Duration.ZERO));
        refused("enforceMaxAge", () -> new Thresholds(Duration.ZERO, null, Duration.ZERO));
        refused("certificateExpiry", () -> new Thresholds(Duration.ZERO, Duration.ZERO, null));
    }

    @Test
    void whatIsJudged() {
        Evidence evidence = Evidence.builder().domain("example.org").build();
        refused("evidence", () -> MtaStsReport.of(null, Thresholds.recommended()));
        refused("thresholds", () -> MtaStsReport.of(evidence, null));
        refused("kind", () -> TextReport.of(null, new byte[0], NOW));
        for (TextKind kind : TextKind.values()) {
            refused("octets", () -> TextReport.of(kind, null, NOW));
            refused("now", () -> TextReport.of(kind, new byte[0], null));
            refused("suffixes", () -> TextReport.of(kind, new byte[0], NOW, null));
            refused("name", () -> TextReport.of(kind, new byte[0], NOW).toText(null, 80));
        }
        refused("other", () -> Evidence.builder().from(null));
        refused("time", () -> Evidence.builder().checkedAt((Instant) null));
    }

    @Test
    void aMapToRead() {
        refused("map", () -> MtaStsReport.fromMap(null));
        refused("map", () -> TextReport.fromMap(null));
        refused("map", () -> Evidence.fromMap(null));
        refused("map", () -> Issue.fromMap(null));
    }

    @Test
    void blockingCode() {
        refused("function", () -> TxtResolver.blocking(null, Runnable::run));
        refused("executor", () -> TxtResolver.blocking(name -> null, null));
        refused("function", () -> MxResolver.blocking(null, Runnable::run));
        refused("executor", () -> MxResolver.blocking(name -> null, null));
        refused("function", () -> AddressResolver.blocking(null, Runnable::run));
        refused("executor", () -> AddressResolver.blocking(name -> null, null));
        refused("function", () -> TlsaResolver.blocking(null, Runnable::run));
        refused("executor", () -> TlsaResolver.blocking(name -> null, null));
        refused("function", () -> PolicyFetcher.blocking(null, Runnable::run));
        refused("executor", () -> PolicyFetcher.blocking(name -> null, null));
    }

    @Test
    void anAddressOrACertificate() {
        refused("address", () -> AddressGuard.isPublicUnicast(null));
        refused("mxHost", () -> MxCertificate.fault(null, List.of(), Set.of(), NOW));
        refused("chain", () -> MxCertificate.fault("mail.example.org", null, Set.of(), NOW));
        refused("anchors", () -> MxCertificate.fault("mail.example.org", List.of(), null, NOW));
        refused("now", () -> MxCertificate.fault("mail.example.org", List.of(), Set.of(), null));
        refused("names", () -> DaneCertificate.fault(null, List.of(), List.of(), NOW));
        refused("chain", () -> DaneCertificate.fault(List.of("mail.example.org"), null, List.of(), NOW));
        refused("tlsa", () -> DaneCertificate.fault(List.of("mail.example.org"), List.of(), null, NOW));
        refused("now", () -> DaneCertificate.fault(List.of("mail.example.org"), List.of(), List.of(), null));
        refused("certificate", () -> DnsIds.of(null));
        refused("names", () -> DnsIds.anyMatches(null, "mail.example.org"));
        refused("host", () -> DnsIds.anyMatches(List.of(), null));
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }
}

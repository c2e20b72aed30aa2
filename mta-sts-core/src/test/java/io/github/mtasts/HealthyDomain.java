package io.github.mtasts;

import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A domain that does everything right, for tests to spoil. */
final class HealthyDomain {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String RECORD = "v=STSv1; id=20261101";
    static final String TLS_RPT = "v=TLSRPTv1; rua=mailto:tls@example.org";
    static final String POLICY = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.org\r\nmax_age: 604800\r\n";

    private HealthyDomain() {}

    static Evidence.Builder evidence() {
        return Evidence.builder()
                .domain("example.org")
                .checkedAt(NOW)
                .mtaStsTxt(txt(RECORD))
                .tlsRptTxt(txt(TLS_RPT))
                .mx(Lookup.found(List.of(new MxHost(10, "mail.example.org"))))
                .policy(served(POLICY));
    }

    /** The healthy domain with another policy text. */
    static Evidence serving(String policy) {
        return evidence().policy(served(policy)).build();
    }

    static Lookup<TxtRecord> txt(String... records) {
        return Lookup.found(List.of(records).stream().map(TxtRecord::of).toList());
    }

    static PolicyResponse served(String policy) {
        return PolicyResponse.ok(policy).toBuilder()
                .addresses(List.of("192.0.2.1"))
                .certificate(certificate())
                .build();
    }

    static CertificateSummary certificate() {
        return new CertificateSummary(
                Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
                Optional.of(Instant.parse("2027-01-30T00:00:00Z")),
                Optional.of("CN=Test CA"),
                List.of("mta-sts.example.org"));
    }

    static MtaStsReport judge(Evidence evidence) {
        return MtaStsReport.of(evidence, Thresholds.recommended());
    }
}

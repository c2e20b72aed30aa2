package io.github.mtasts.world;

import static io.github.mtasts.Verdict.BROKEN;
import static io.github.mtasts.Verdict.ENFORCED;
import static io.github.mtasts.Verdict.UNDETERMINED;
import static io.github.mtasts.issue.IssueCode.*;
import static io.github.mtasts.testing.ServedCertificate.cnOnly;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static io.github.mtasts.testing.ServedCertificate.inDays;
import static io.github.mtasts.testing.ServedCertificate.missingIntermediate;
import static io.github.mtasts.testing.ServedCertificate.notYetValid;
import static io.github.mtasts.testing.ServedCertificate.selfSigned;
import static io.github.mtasts.testing.ServedCertificate.unknownRoot;
import static io.github.mtasts.testing.ServedCertificate.validFor;
import static io.github.mtasts.testing.ServedCertificate.wrongName;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.PolicySite;
import io.github.mtasts.testing.ServedCertificate;
import io.github.mtasts.testing.WorldDomain;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of the world, through real DNS and HTTPS, to the issue and the verdict. */
class FaultsTest {

    private static final MtaStsWorld WORLD = MtaStsWorld.start();
    private static final RealChecker CHECKER = new RealChecker(WORLD, Duration.ofSeconds(5));
    private static final RealChecker IMPATIENT = new RealChecker(WORLD, Duration.ofMillis(500));

    /** What goes wrong, and what is said of it; silence is left to the impatient checker. */
    record Fault(String name, Consumer<WorldDomain> declare, IssueCode code, Verdict verdict, RealChecker checker) {
        @Override
        public String toString() {
            return name + " gives " + code;
        }
    }

    private static Fault fault(String name, Consumer<WorldDomain> declare, IssueCode code, Verdict verdict) {
        return new Fault(name, declare, code, verdict, CHECKER);
    }

    private static Fault silence(String name, Consumer<WorldDomain> declare, IssueCode code) {
        return new Fault(name, declare, code, UNDETERMINED, IMPATIENT);
    }

    private static Fault certificate(String name, ServedCertificate shown, IssueCode code, Verdict verdict) {
        return fault(name, domain -> domain.certificate(shown), code, verdict);
    }

    private static Fault site(String name, UnaryOperator<PolicySite> change, IssueCode code, Verdict verdict) {
        return fault(name, domain -> domain.https(change), code, verdict);
    }

    static Stream<Fault> dns() {
        return Stream.of(
                fault("no such name", d -> d.record(DnsFault.NXDOMAIN), RECORD_NOT_FOUND, BROKEN),
                fault("no such record", d -> d.record(DnsFault.NODATA), RECORD_NOT_FOUND, BROKEN),
                fault("SERVFAIL", d -> d.record(DnsFault.SERVFAIL), RECORD_LOOKUP_FAILED, UNDETERMINED),
                fault("REFUSED", d -> d.record(DnsFault.REFUSED), RECORD_LOOKUP_FAILED, UNDETERMINED),
                fault("a CNAME loop", d -> d.record(DnsFault.CNAME_LOOP), RECORD_LOOKUP_FAILED, UNDETERMINED),
                fault("garbage", d -> d.record(DnsFault.GARBAGE), RECORD_LOOKUP_FAILED, UNDETERMINED),
                silence("a silent server", d -> d.record(DnsFault.SILENCE), RECORD_LOOKUP_FAILED),
                fault("a CNAME chain", d -> d.recordVia("a.example.net", "b.example.net"), RECORD_VIA_CNAME, ENFORCED),
                fault("truncation", d -> d.record(DnsFault.TRUNCATED), MX_STARTTLS_NOT_CHECKED, ENFORCED),
                fault("a wrong id", d -> d.record(DnsFault.WRONG_ID_FIRST), MX_STARTTLS_NOT_CHECKED, ENFORCED),
                fault("no EDNS", d -> d.record(DnsFault.NO_EDNS), MX_STARTTLS_NOT_CHECKED, ENFORCED),
                fault("no TLSRPT", d -> d.tlsRpt(DnsFault.NXDOMAIN), TLSRPT_NOT_FOUND, ENFORCED),
                fault(
                        "TLSRPT elsewhere",
                        d -> elsewhere(
                                d.tlsRpt(DnsFault.NXDOMAIN),
                                "_tlsrpt.example.org",
                                "v=TLSRPTv1; rua=mailto:a@x.example"),
                        TLSRPT_MISPLACED,
                        ENFORCED),
                fault(
                        "a record elsewhere",
                        d -> elsewhere(d.record(DnsFault.NODATA), "_mta_sts.example.org", "v=STSv1; id=1"),
                        RECORD_MISPLACED,
                        BROKEN),
                fault("TLSRPT SERVFAIL", d -> d.tlsRpt(DnsFault.SERVFAIL), TLSRPT_LOOKUP_FAILED, ENFORCED),
                fault("MX SERVFAIL", d -> d.mx(DnsFault.SERVFAIL), MX_LOOKUP_FAILED, UNDETERMINED),
                fault("no MX", d -> d.mx(DnsFault.NODATA), MX_NOT_FOUND, BROKEN),
                fault("no policy host", d -> d.policyHost(DnsFault.NXDOMAIN), FETCH_HOST_NOT_FOUND, BROKEN),
                fault("host SERVFAIL", d -> d.policyHost(DnsFault.SERVFAIL), FETCH_HOST_LOOKUP_FAILED, UNDETERMINED),
                fault("a host's alias", d -> d.policyHostVia("sts.example.net"), FETCH_VIA_CNAME, ENFORCED),
                fault(
                        "one address of two",
                        d -> d.policyHostAt("127.0.0.2", "127.0.0.1"),
                        FETCH_ADDRESS_FAILED,
                        ENFORCED),
                fault("a private address", d -> d.policyHostAt("10.0.0.1"), FETCH_BLOCKED_ADDRESS, BROKEN));
    }

    private static WorldDomain elsewhere(WorldDomain domain, String name, String text) {
        WORLD.name(name).txt(text);
        return domain;
    }

    static Stream<Fault> certificates() {
        return Stream.of(
                certificate("expired", expired(daysAgo(3)), FETCH_CERT_EXPIRED, BROKEN),
                certificate("not yet valid", notYetValid(inDays(3)), FETCH_CERT_NOT_YET_VALID, BROKEN),
                certificate("self-signed", selfSigned(), FETCH_CERT_UNTRUSTED, BROKEN),
                certificate("unknown root", unknownRoot(), FETCH_CERT_UNTRUSTED, BROKEN),
                certificate("missing intermediate", missingIntermediate(), FETCH_CERT_UNTRUSTED, BROKEN),
                certificate("wrong name", wrongName("example.net"), FETCH_CERT_NAME_MISMATCH, BROKEN),
                certificate("CN only", cnOnly(), FETCH_CERT_NAME_MISMATCH, BROKEN),
                certificate(
                        "wrong name and expired",
                        wrongName("example.net").and(expired(daysAgo(3))),
                        FETCH_CERT_NAME_MISMATCH,
                        BROKEN),
                certificate(
                        "expired and self-signed", selfSigned().and(expired(daysAgo(3))), FETCH_CERT_EXPIRED, BROKEN),
                certificate("expires soon", validFor(daysAgo(85), inDays(5)), FETCH_CERT_EXPIRES_SOON, ENFORCED));
    }

    static Stream<Fault> sites() {
        return Stream.of(
                site("TLS 1.1 only", PolicySite::tls11Only, FETCH_TLS_FAILED, BROKEN),
                site("an alert", PolicySite::handshakeFailure, FETCH_TLS_FAILED, BROKEN),
                site("plain HTTP", PolicySite::plainHttp, FETCH_TLS_FAILED, BROKEN),
                site("reset", PolicySite::reset, FETCH_CONNECT_FAILED, BROKEN),
                silence("silence", d -> d.https(PolicySite::silent), FETCH_TIMED_OUT),
                silence("a slow drip", d -> d.https(PolicySite::dripping), FETCH_TIMED_OUT),
                site("a redirect", site -> site.redirect("https://example.net/"), FETCH_REDIRECT, BROKEN),
                site("404", site -> site.status(404), FETCH_NOT_FOUND, BROKEN),
                site("403", site -> site.status(403), FETCH_HTTP_STATUS, BROKEN),
                site("503", site -> site.status(503), FETCH_HTTP_STATUS, UNDETERMINED),
                site("no Content-Type", site -> site.withoutHeader("Content-Type"), FETCH_CONTENT_TYPE, ENFORCED),
                site(
                        "two media types",
                        site -> site.addHeader("Content-Type", "text/html"),
                        FETCH_CONTENT_TYPE,
                        ENFORCED),
                site("a charset", s -> s.header("Content-Type", "text/plain; charset=utf-16"), FETCH_CHARSET, ENFORCED),
                site("unsolicited gzip", PolicySite::gzipped, MX_STARTTLS_NOT_CHECKED, ENFORCED),
                site("a gzip bomb", PolicySite::gzipBomb, FETCH_TOO_LARGE, BROKEN),
                site("10 GB", PolicySite::huge, FETCH_TOO_LARGE, BROKEN),
                site("10 GB in chunks", PolicySite::hugeChunked, FETCH_TOO_LARGE, BROKEN),
                site("a truncated body", PolicySite::truncated, FETCH_PROTOCOL_ERROR, BROKEN),
                site("no HTTP", PolicySite::notHttp, FETCH_PROTOCOL_ERROR, BROKEN),
                site("broken chunks", PolicySite::brokenChunks, FETCH_PROTOCOL_ERROR, BROKEN),
                fault("an HTML page", d -> d.policy("<html>hello</html>"), FETCH_HTML_BODY, BROKEN));
    }

    @ParameterizedTest
    @MethodSource({"dns", "certificates", "sites"})
    void aFaultHasItsIssueAndItsVerdict(Fault fault) {
        WorldDomain domain = WORLD.domain("example.org")
                .record("v=STSv1; id=1")
                .tlsRpt("v=TLSRPTv1; rua=mailto:tls@example.org")
                .policy(PolicyMode.ENFORCE, "mail.example.org")
                .mx("mail.example.org");
        fault.declare().accept(domain);

        MtaStsReport report = fault.checker().check("example.org");

        assertThat(report.issues()).extracting(Issue::code).contains(fault.code());
        assertThat(report.verdict()).isEqualTo(fault.verdict());
    }

    @AfterAll
    static void close() {
        IMPATIENT.close();
        CHECKER.close();
        WORLD.close();
    }
}

package io.github.mtasts.testing;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TlsaRecord;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a debugger and a failed test show of what was declared. */
class PrintedTest {

    @Test
    void aDnsShowsItsRecordsByName() {
        assertThat(FakeDns.with()
                        .txt("_mta-sts.example.org", "v=STSv1; id=1")
                        .mx("example.org", 10, "mail.example.org")
                        .mx("example.org", 20, "backup.example.org")
                        .address("mail.example.org", "192.0.2.1")
                        .address("mail.example.org", "2001:db8::1")
                        .tlsa("_25._tcp.mail.example.org", new TlsaRecord(3, 1, 1, "ab".repeat(32)))
                        .alias("www.example.org", "Example.org.")
                        .fails("down.example.org", LookupStatus.TIMED_OUT)
                        .ttl("example.org", Duration.ofMinutes(5))
                        .signed("example.org"))
                .hasToString("FakeDns[_25._tcp.mail.example.org TLSA 3 1 1 " + "ab".repeat(32)
                        + "; _mta-sts.example.org TXT \"v=STSv1; id=1\""
                        + "; down.example.org TIMED_OUT"
                        + "; example.org MX 10 mail.example.org; example.org MX 20 backup.example.org"
                        + "; mail.example.org A 192.0.2.1; mail.example.org AAAA 2001:db8:0:0:0:0:0:1"
                        + "; www.example.org CNAME example.org"
                        + "; example.org TTL PT5M; example.org signed]");
    }

    @Test
    void policiesShowTheirOutcomes() {
        assertThat(FakePolicies.with()
                        .response("example.org", PolicyResponse.without(FetchStatus.TLS_EXPIRED, "3 days ago")))
                .hasToString(
                        "FakePolicies{mta-sts.example.org=PolicyResponse[TLS_EXPIRED, aliases [], addresses [], 3 days ago]}");
    }

    @Test
    @ExtendWith(MtaStsWorldExtension.class)
    void aDomainOfTheWorldShowsItsNamesAndItsSite(MtaStsWorld world) {
        WorldDomain domain = world.domain("example.org").record("v=STSv1; id=1").mx("mail.example.org");
        assertThat(domain)
                .hasToString("WorldDomain[example.org [MX 10 mail.example.org., TTL 60]; "
                        + "_mta-sts.example.org [TXT \"v=STSv1; id=1\", TTL 60]]");

        domain.policy(ENFORCE, "mail.example.org")
                .record(DnsFault.SERVFAIL)
                .https(PolicySite::reset)
                .ttl(Duration.ofSeconds(5))
                .signed();
        assertThat(domain)
                .hasToString(
                        "WorldDomain[example.org [MX 10 mail.example.org., TTL 5, signed]; "
                                + "_mta-sts.example.org [TXT \"v=STSv1; id=1\", ANY SERVFAIL, TTL 5]; "
                                + "mta-sts.example.org [A 127.0.0.1, TTL 5]; "
                                + "PolicySite[200 {Content-Type=text/plain}, valid certificate, RESET, body "
                                + "\"version: STSv1\\r\\nmode: enforce\\r\\nmx: mail.example.org\\r\\nmax_age: 604800\\r\\n\"]]");
    }

    @Test
    @ExtendWith(MtaStsWorldExtension.class)
    void aNameOfTheWorldShowsItsAliasesAndItsFaults(MtaStsWorld world) {
        assertThat(world.name("mail.example.org")
                        .via("host.example.net")
                        .address("127.0.0.1")
                        .fault("AAAA", DnsFault.NODATA))
                .hasToString("mail.example.org [via host.example.net, A 127.0.0.1, AAAA NODATA, TTL 60]");
    }

    @Test
    @ExtendWith(MtaStsWorldExtension.class)
    void theWorldShowsWhereItIs(MtaStsWorld world) {
        world.domain("example.org");
        world.name("mail.example.org");
        assertThat(world)
                .hasToString("MtaStsWorld[DNS " + world.dns() + ", HTTPS " + world.httpsPort()
                        + ", domains [example.org], names [mail.example.org]]");
    }

    @Test
    void aSiteShowsHostileHeadersEscaped() {
        assertThat(PolicySite.serving("").header("Content-Type", "text/\u001B[31mhtml"))
                .hasToString("PolicySite[200 {Content-Type=text/\\x1B[31mhtml}, valid certificate, body \"\"]");
    }

    @Test
    void aSiteShowsItsAnswerAndItsFaults() {
        Instant end = Instant.parse("2026-11-23T12:00:00Z");
        assertThat(PolicySite.serving("version: STSv1\n")
                        .status(404)
                        .truncated()
                        .certificate(ServedCertificate.expired(end).and(ServedCertificate.wrongName("a.example"))))
                .hasToString("PolicySite[404 {Content-Type=text/plain}, "
                        + "certificate [names [a.example], from 2026-08-25T12:00:00Z, until 2026-11-23T12:00:00Z], "
                        + "TRUNCATED, body \"version: STSv1\\n\"]");
    }
}

package io.github.mtasts.testing;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A domain is one sentence, and all of it can be seen over real DNS and HTTPS. */
class MtaStsWorldTest {

    private final MtaStsWorld world = MtaStsWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDomainIsOneSentence() throws IOException {
        world.domain("example.org")
                .record("v=STSv1; id=1")
                .policy(ENFORCE, "mx1.example.org", "mx2.example.org")
                .mx("mx1.example.org", "mx2.example.org")
                .tlsRpt("v=TLSRPTv1; rua=mailto:tls@example.org");

        assertThat(dns("_mta-sts.example.org", Type.TXT)).isEqualTo("\"v=STSv1; id=1\"");
        assertThat(dns("_smtp._tls.example.org", Type.TXT)).isEqualTo("\"v=TLSRPTv1; rua=mailto:tls@example.org\"");
        assertThat(dns("example.org", Type.MX)).isEqualTo("10 mx1.example.org., 20 mx2.example.org.");
        assertThat(dns("mta-sts.example.org", Type.A)).isEqualTo("127.0.0.1");
        assertThat(policy("example.org").lines())
                .containsExactly(
                        "version: STSv1",
                        "mode: enforce",
                        "mx: mx1.example.org",
                        "mx: mx2.example.org",
                        "max_age: 604800");
    }

    @Test
    void whatADomainWasNotGivenDoesNotExist() throws IOException {
        world.domain("example.org");

        assertThat(dns("example.org", Type.MX)).isEqualTo("NOERROR");
        assertThat(dns("_mta-sts.example.org", Type.TXT)).isEqualTo("NXDOMAIN");
        assertThat(dns("_smtp._tls.example.org", Type.TXT)).isEqualTo("NXDOMAIN");
        assertThat(dns("mta-sts.example.org", Type.A)).isEqualTo("NXDOMAIN");
        assertThat(dns("example.com", Type.MX)).isEqualTo("NXDOMAIN");
    }

    @Test
    void recordsAndCharacterStringsAreAsManyAsDeclared() throws IOException {
        world.domain("example.org").record("v=STSv1; ", "id=1").record("v=spf1 -all");

        assertThat(dns("_mta-sts.example.org", Type.TXT)).isEqualTo("\"v=STSv1; \" \"id=1\", \"v=spf1 -all\"");
    }

    @Test
    void aNullMxIsADot() throws IOException {
        world.domain("example.org").nullMx();

        assertThat(dns("example.org", Type.MX)).isEqualTo("0 .");
    }

    @Test
    void eachNameCanBeAnAlias() throws IOException {
        world.domain("example.org")
                .recordVia("r1.example.net", "r2.example.net")
                .record("v=STSv1; id=1")
                .tlsRpt("v=TLSRPTv1")
                .tlsRptVia("t.example.net")
                .policyHostVia("h.example.net")
                .policy("");

        assertThat(dns("_mta-sts.example.org", Type.TXT))
                .isEqualTo("r1.example.net., r2.example.net., \"v=STSv1; id=1\"");
        assertThat(dns("_smtp._tls.example.org", Type.TXT)).isEqualTo("t.example.net., \"v=TLSRPTv1\"");
        assertThat(dns("mta-sts.example.org", Type.A)).isEqualTo("h.example.net., 127.0.0.1");
    }

    @Test
    void eachNameCanFail() throws IOException {
        world.domain("example.org")
                .record("v=STSv1; id=1")
                .record(DnsFault.SERVFAIL)
                .tlsRpt(DnsFault.REFUSED)
                .mx(DnsFault.NXDOMAIN)
                .policy("")
                .policyHost(DnsFault.NODATA);

        assertThat(dns("_mta-sts.example.org", Type.TXT)).isEqualTo("SERVFAIL");
        assertThat(dns("_smtp._tls.example.org", Type.TXT)).isEqualTo("REFUSED");
        assertThat(dns("example.org", Type.MX)).isEqualTo("NXDOMAIN");
        assertThat(dns("mta-sts.example.org", Type.A)).isEqualTo("NOERROR");
    }

    @Test
    void aPolicyHostCanStandElsewhere() throws IOException {
        world.domain("example.org").policyHostAt("10.0.0.1", "::1").policy("");

        assertThat(dns("mta-sts.example.org", Type.A)).isEqualTo("10.0.0.1");
        assertThat(dns("mta-sts.example.org", Type.AAAA)).isEqualTo("0:0:0:0:0:0:0:1");
    }

    @Test
    void whatAPolicyHostServesCanBeChangedBeforeAndAfterThePolicy() throws IOException {
        world.domain("example.org")
                .https(site -> site.header("X-Before", "1"))
                .policy("text")
                .https(site -> site.status(404));

        try (Response answer = get("example.org")) {
            assertThat(answer.code()).isEqualTo(404);
            assertThat(answer.header("X-Before")).isEqualTo("1");
            assertThat(answer.body().string()).isEqualTo("text");
        }
    }

    @Test
    void aCertificateCanHaveAFault() {
        world.domain("example.org").policy(ENFORCE, "mail.example.org").certificate(expired(daysAgo(3)));

        assertThatThrownBy(() -> get("example.org")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void whatThePolicyHostsWereAskedIsRemembered() throws IOException {
        world.domain("example.org").policy("");
        policy("example.org");

        assertThat(world.requests())
                .extracting(SeenRequest::host, SeenRequest::path)
                .containsExactly(tuple("mta-sts.example.org", "/.well-known/mta-sts.txt"));
    }

    @Test
    void aDomainDeclaredAnewHasNothingOfItsFormerSelf() throws IOException {
        world.domain("example.org")
                .recordVia("r.example.net")
                .record("v=STSv1; id=1")
                .policy("");

        world.domain("Example.ORG.").mx("mail.example.org");

        assertThat(dns("_mta-sts.example.org", Type.TXT)).isEqualTo("NXDOMAIN");
        assertThat(dns("r.example.net", Type.TXT)).isEqualTo("NXDOMAIN");
        assertThat(dns("mta-sts.example.org", Type.A)).isEqualTo("NXDOMAIN");
        assertThat(dns("example.org", Type.MX)).isEqualTo("10 mail.example.org.");
    }

    @Test
    void aNameThatBelongsToNoDomainCanBeDeclared() throws IOException {
        world.name("mail.example.net").address("192.0.2.1").txt("ä");

        assertThat(dns("mail.example.net", Type.A)).isEqualTo("192.0.2.1");
        assertThat(dns("mail.example.net", Type.TXT)).isEqualTo("\"\\195\\164\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a..b", "bücher.example", "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void whatIsNotADomainNameIsRefused(String name) {
        assertThatThrownBy(() -> world.name(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> world.domain(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a domain", "_mta-sts.example.org", "192.0.2.1", "-a.example"})
    void whatIsNotAPolicyDomainIsRefusedWithItsFault(String text) {
        String fault = DomainName.parse(text).issues().get(0).message();

        assertThatThrownBy(() -> world.domain(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(fault);
    }

    @Test
    void clientsAreClosedWithTheWorldTheLastOneFirst() {
        List<String> closed = new ArrayList<>();
        MtaStsWorld another = MtaStsWorld.start();
        another.closing(() -> closed.add("resolver"));
        another.closing(() -> {
            throw new IOException("busy");
        });
        another.closing(() -> closed.add("sender"));

        assertThatThrownBy(another::close)
                .isInstanceOf(IllegalStateException.class)
                .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(1));
        assertThat(closed).containsExactly("sender", "resolver");
        assertThatThrownBy(() ->
                        new Socket(another.dns().getAddress(), another.dns().getPort()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aClosedWorldIsNotChanged() {
        AtomicInteger closings = new AtomicInteger();
        MtaStsWorld another = MtaStsWorld.start();
        another.close();

        assertClosed(() -> another.domain("example.org"));
        assertClosed(() -> another.name("example.org"));
        assertClosed(() -> another.closing(closings::incrementAndGet));
        assertThat(closings).hasValue(1);
        assertThatThrownBy(() -> another.closing(() -> {
                    throw new IOException("busy");
                }))
                .hasMessage("the world is closed")
                .satisfies(refused -> assertThat(refused.getSuppressed()).hasSize(1));
        assertThatCode(another::close).doesNotThrowAnyException();
    }

    @Test
    void aCharacterStringTooLongAndAnUnknownTypeAreRefused() {
        WorldName name = world.name("example.org");
        TxtRecord tooLong = TxtRecord.of("x".repeat(256));

        assertThatThrownBy(() -> name.txt(tooLong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> name.fault("NOTYPE", DnsFault.SERVFAIL)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClosed(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class).hasMessage("the world is closed");
    }

    /** The answer's records, or its response code when it has none. */
    private String dns(String name, int type) throws IOException {
        Message answer = new SimpleResolver(world.dns())
                .send(Message.newQuery(Record.newRecord(DnsZone.name(name), type, DClass.IN)));
        List<Record> records = answer.getSection(Section.ANSWER);
        return records.isEmpty()
                ? Rcode.string(answer.getRcode())
                : records.stream().map(Record::rdataToString).collect(Collectors.joining(", "));
    }

    private String policy(String domain) throws IOException {
        try (Response answer = get(domain)) {
            return answer.body().string();
        }
    }

    private Response get(String domain) throws IOException {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(world.ca())
                .build();
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .dns(host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})))
                .build();
        String url = "https://mta-sts." + domain + ":" + world.httpsPort() + "/.well-known/mta-sts.txt";
        return client.newCall(new Request.Builder().url(url).build()).execute();
    }
}

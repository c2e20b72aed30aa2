package io.github.mtasts.testing;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.syntax.PolicyMode.NONE;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** What becomes of a domain that is changed while it is in use. */
class ChangingWorldTest {

    private static final String RECORD = "_mta-sts.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();
    private final OkHttpClient client = client();
    private WorldDomain domain = world.domain("example.org");

    @BeforeEach
    void declare() {
        domain.record("v=STSv1; id=1").policy(ENFORCE, "mail.example.org").mx("mail.example.org");
    }

    @AfterEach
    void close() {
        client.connectionPool().evictAll();
        world.close();
    }

    @Test
    void aRecordIsReplaced() throws IOException {
        domain.replaceRecord("v=STSv1; id=2");

        assertThat(dns(RECORD, Type.TXT)).isEqualTo("\"v=STSv1; id=2\"");
    }

    @Test
    void aRecordIsReplacedWithoutAMomentInWhichThereIsNone() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> changes = CompletableFuture.runAsync(
                () -> {
                    for (int id = 0; !done.get(); id++) {
                        domain.replaceRecord("v=STSv1; id=" + id);
                    }
                },
                task -> new Thread(task).start());
        try {
            for (int i = 0; i < 500; i++) {
                assertThat(dns(RECORD, Type.TXT)).startsWith("\"v=STSv1; id=");
            }
        } finally {
            done.set(true);
            changes.join();
        }
    }

    @Test
    void aRecordIsTakenAwayAndPutBack() throws IOException {
        domain.withoutRecord();
        assertThat(dns(RECORD, Type.TXT)).isEqualTo("NOERROR");

        domain.record("v=STSv1; id=3");
        assertThat(dns(RECORD, Type.TXT)).isEqualTo("\"v=STSv1; id=3\"");
    }

    @Test
    void aPolicyIsReplaced() throws IOException {
        assertThat(policy()).contains("mode: enforce");

        domain.policy(NONE);

        assertThat(policy()).contains("mode: none");
    }

    @Test
    void faultsOfTheDnsEnd() throws IOException {
        domain.record(DnsFault.SERVFAIL).mx(DnsFault.REFUSED).policyHost(DnsFault.BOGUS);
        assertThat(dns(RECORD, Type.TXT)).isEqualTo("SERVFAIL");

        domain.healthy();

        assertThat(dns(RECORD, Type.TXT)).isEqualTo("\"v=STSv1; id=1\"");
        assertThat(dns("example.org", Type.MX)).isEqualTo("10 mail.example.org.");
        assertThat(dns("mta-sts.example.org", Type.A)).isEqualTo("127.0.0.1");
    }

    @Test
    void faultsOfThePolicyHostEnd() throws IOException {
        domain.https(PolicySite::reset).certificate(expired(daysAgo(1)));
        assertThatThrownBy(this::policy).isInstanceOf(IOException.class);

        domain.healthy();

        assertThat(policy()).contains("mode: enforce");
    }

    @Test
    void whatEndsFaultsMakesNoNameExist() throws IOException {
        domain.healthy().ttl(Duration.ZERO);

        assertThat(dns("_smtp._tls.example.org", Type.TXT)).isEqualTo("NXDOMAIN");
    }

    @Test
    void theTtlOfADomainIsThatOfItsNames() throws IOException {
        domain.ttl(Duration.ofSeconds(5)).tlsRpt("v=TLSRPTv1; rua=mailto:tls@example.org");

        assertThat(ttl("example.org", Type.MX)).isEqualTo(5);
        assertThat(ttl(RECORD, Type.TXT)).isEqualTo(5);
        assertThat(ttl("_smtp._tls.example.org", Type.TXT)).isEqualTo(5);
        assertThat(ttl("mta-sts.example.org", Type.A)).isEqualTo(5);
    }

    @Test
    void aNameLosesItsFaultsAndItsRecords() throws IOException {
        WorldName name = world.name("mail.example.net").address("192.0.2.1").fault(DnsFault.SERVFAIL);

        name.withoutFaults();
        assertThat(dns("mail.example.net", Type.A)).isEqualTo("192.0.2.1");

        name.withoutRecords();
        assertThat(dns("mail.example.net", Type.A)).isEqualTo("NOERROR");
    }

    @Test
    void aDomainDeclaredAnewHasNoPolicyHost() {
        world.domain("example.org");

        assertThatThrownBy(this::policy).isInstanceOf(IOException.class);
    }

    @Test
    void aConnectionThatOutlivesItsPolicyHostFindsNothing() throws IOException {
        policy();
        world.domain("example.org");

        try (Response answer = get()) {
            assertThat(answer.code()).isEqualTo(404);
        }
    }

    private String dns(String name, int type) throws IOException {
        Message answer = ask(name, type);
        List<Record> records = answer.getSection(Section.ANSWER);
        return records.isEmpty()
                ? Rcode.string(answer.getRcode())
                : records.stream().map(Record::rdataToString).collect(Collectors.joining(", "));
    }

    private long ttl(String name, int type) throws IOException {
        return ask(name, type).getSection(Section.ANSWER).get(0).getTTL();
    }

    private Message ask(String name, int type) throws IOException {
        return new SimpleResolver(world.dns())
                .send(Message.newQuery(Record.newRecord(DnsZone.name(name), type, DClass.IN)));
    }

    private String policy() throws IOException {
        try (Response answer = get()) {
            return answer.body().string();
        }
    }

    private Response get() throws IOException {
        String url = "https://mta-sts.example.org:" + world.httpsPort() + "/.well-known/mta-sts.txt";
        return client.newCall(new Request.Builder().url(url).build()).execute();
    }

    private OkHttpClient client() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(world.ca())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .dns(host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})))
                .build();
    }
}

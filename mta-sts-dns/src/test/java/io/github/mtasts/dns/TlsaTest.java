package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.NO_SUCH_NAME;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** TLSA records (RFC 6698) over the wire. */
class TlsaTest {

    private static final String NAME = "_25._tcp.mail.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();
    private final DnsjavaResolver resolver =
            DnsjavaResolver.builder().servers(world.dns()).trustAd().build();

    @AfterEach
    void closeAll() {
        resolver.close();
        world.close();
    }

    @Test
    void eachRecordIsFound() {
        TlsaRecord key = new TlsaRecord(3, 1, 1, "ab".repeat(32));
        TlsaRecord anchor = new TlsaRecord(2, 0, 2, "00ff".repeat(32));
        world.name(NAME).signed().tlsa(key).tlsa(anchor);

        Lookup<TlsaRecord> lookup = tlsa();

        assertThat(lookup.records()).containsExactlyInAnyOrder(key, anchor);
        assertThat(lookup.authenticated()).isTrue();
    }

    @Test
    void recordsStandBehindAnAlias() {
        world.name(NAME).via("tlsa.example.net").tlsa(new TlsaRecord(2, 1, 1, "ab".repeat(32)));

        assertThat(tlsa().status()).isEqualTo(FOUND);
        assertThat(tlsa().aliases()).containsExactly("tlsa.example.net");
    }

    @Test
    void aNameWithoutRecordsHasNone() {
        assertThat(tlsa().status()).isEqualTo(NO_SUCH_NAME);
    }

    @Test
    void aBogusAnswerIsNeverAbsence() {
        world.name(NAME).fault(DnsFault.BOGUS);

        assertThat(tlsa().status()).isEqualTo(SERVER_FAILURE);
    }

    @Test
    void numbersThatNobodyKnowsComeThrough() throws IOException {
        assertThat(scripted("FFFEFD00").records()).containsExactly(new TlsaRecord(255, 254, 253, "00"));
    }

    @Test
    void aWholeCertificateComesThrough() {
        TlsaRecord whole = new TlsaRecord(3, 0, 0, "3082".repeat(1000));
        world.name(NAME).tlsa(whole);

        assertThat(tlsa().records()).containsExactly(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "03", "0301", "030101"})
    void aRecordThatIsCutOffIsABrokenAnswer(String rdata) throws IOException {
        Lookup<TlsaRecord> lookup = scripted(rdata);

        assertThat(lookup.status()).isEqualTo(SERVER_FAILURE);
        assertThat(lookup.detail()).startsWith("a broken answer from 127.0.0.1:");
    }

    private Lookup<TlsaRecord> tlsa() {
        return resolver.resolveTlsa(NAME).join();
    }

    /** What becomes of a record of these octets. */
    private static Lookup<TlsaRecord> scripted(String rdata) throws IOException {
        try (ScriptedServer server = new ScriptedServer((count, query) -> {
                    Message answer = ScriptedServer.answer(query);
                    answer.addRecord(
                            new RawRecord(
                                    query.getQuestion().getName(),
                                    Type.TLSA,
                                    HexFormat.of().parseHex(rdata)),
                            Section.ANSWER);
                    return List.of(answer);
                });
                DnsjavaResolver resolver = DnsjavaResolver.at(server.address())) {
            return resolver.resolveTlsa(NAME).join();
        }
    }
}

package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.NO_RECORDS;
import static io.github.mtasts.spi.LookupStatus.NO_SUCH_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** For how long an answer may be kept. */
class TtlTest {

    private static final String TEXT = "_mta-sts.example.org";
    private static final Name NAME = Name.fromConstantString(TEXT + ".");
    private static final Name TARGET = Name.fromConstantString("a.example.net.");
    private static final Name ZONE = Name.fromConstantString("example.org.");

    private final MtaStsWorld world = MtaStsWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void itIsThatOfTheRecord() {
        world.name(TEXT).ttl(seconds(300)).txt("v=STSv1; id=1");

        assertThat(inTheWorld().ttl()).contains(seconds(300));
    }

    @Test
    void ofSeveralRecordsTheShortestCounts() throws IOException {
        assertThat(answered(txt(NAME, 300), txt(NAME, 5), txt(NAME, 60)).ttl()).contains(seconds(5));
    }

    @Test
    void recordsOfOtherNamesDoNotCount() throws IOException {
        assertThat(answered(txt(NAME, 300), txt(TARGET, 5)).ttl()).contains(seconds(300));
    }

    @ParameterizedTest
    @CsvSource({"10, 300, 10", "300, 10, 10", "7, 7, 7"})
    void anAliasCountsAsItsTargetDoes(long alias, long target, long expected) throws IOException {
        assertThat(answered(cname(NAME, TARGET, alias), txt(TARGET, target)).ttl())
                .contains(seconds(expected));
    }

    @Test
    void eachLinkCountsThoughItCameInAnAnswerOfItsOwn() {
        world.name(TEXT).ttl(seconds(5)).via("a.example.net").fault(DnsFault.CNAME_ALONE);
        world.name("a.example.net").ttl(seconds(300)).txt("v=STSv1; id=1");

        assertThat(inTheWorld().ttl()).contains(seconds(5));
    }

    @ParameterizedTest
    @CsvSource({"300, 20, 20", "20, 300, 20", "0, 300, 0"})
    void aDenialHasTheShorterOneOfTheSoasTtlAndItsMinimum(long ttl, long minimum, long expected) throws IOException {
        assertThat(denied(Rcode.NXDOMAIN, soa(ZONE, ttl, minimum)))
                .isEqualTo(Lookup.<TxtRecord>without(NO_SUCH_NAME, "").withTtl(seconds(expected)));
        assertThat(denied(Rcode.NOERROR, soa(ZONE, ttl, minimum)))
                .isEqualTo(Lookup.<TxtRecord>without(NO_RECORDS, "").withTtl(seconds(expected)));
    }

    @ParameterizedTest
    @CsvSource({"NXDOMAIN, 5, 5", "NODATA, 5, 5", "NXDOMAIN, 300, 60", "NODATA, 300, 60"})
    void theAliasesOfADenialCount(DnsFault denial, long alias, long expected) {
        world.name(TEXT).ttl(seconds(alias)).via("a.example.net").fault(DnsFault.CNAME_ALONE);
        world.name("a.example.net").fault(denial);

        assertThat(inTheWorld().ttl()).contains(seconds(expected));
    }

    @Test
    void aDenialWithoutASoaHasNone() throws IOException {
        assertThat(denied(Rcode.NXDOMAIN)).isEqualTo(Lookup.without(NO_SUCH_NAME, ""));
        assertThat(denied(Rcode.NOERROR)).isEqualTo(Lookup.without(NO_RECORDS, ""));
    }

    @Test
    void theSoaOfAnotherZoneDoesNotCount() throws IOException {
        assertThat(denied(Rcode.NXDOMAIN, soa(TARGET, 60, 60)).ttl()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = DnsFault.class,
            names = {"SERVFAIL", "REFUSED", "CNAME_LOOP", "GARBAGE"})
    void aFailureHasNone(DnsFault fault) {
        world.name(TEXT).txt("v=STSv1; id=1").fault(fault);

        assertThat(inTheWorld().isFailure()).isTrue();
        assertThat(inTheWorld().ttl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2147483647, 2147483647", "2147483648, 0", "4294967295, 0"})
    void oneWithItsTopBitSetIsZero(long wire, long expected) throws IOException {
        Lookup<TxtRecord> found = answered(hostile(txt(NAME, 300), wire));

        assertThat(found.status()).isEqualTo(FOUND);
        assertThat(found.ttl()).contains(seconds(expected));
        assertThat(denied(Rcode.NXDOMAIN, hostile(soa(ZONE, 60, Integer.MAX_VALUE), wire))
                        .ttl())
                .contains(seconds(expected));
    }

    @Test
    void aMinimumWithItsTopBitSetIsZero() throws IOException {
        assertThat(denied(Rcode.NXDOMAIN, soa(ZONE, 60, 4294967295L)).ttl()).contains(Duration.ZERO);
    }

    private Lookup<TxtRecord> inTheWorld() {
        try (DnsjavaResolver resolver = DnsjavaResolver.at(world.dns())) {
            return resolver.resolveTxt(TEXT).join();
        }
    }

    private static Lookup<TxtRecord> answered(Record... records) throws IOException {
        return scripted(Rcode.NOERROR, Section.ANSWER, records);
    }

    private static Lookup<TxtRecord> denied(int rcode, Record... authority) throws IOException {
        return scripted(rcode, Section.AUTHORITY, authority);
    }

    private static Lookup<TxtRecord> scripted(int rcode, int section, Record... records) throws IOException {
        try (ScriptedServer server = new ScriptedServer((count, query) -> {
                    Message answer = ScriptedServer.answer(query);
                    answer.getHeader().setRcode(rcode);
                    Stream.of(records).forEach(each -> answer.addRecord(each, section));
                    return List.of(answer);
                });
                DnsjavaResolver resolver = DnsjavaResolver.at(server.address())) {
            return resolver.resolveTxt(TEXT).join();
        }
    }

    private static Record txt(Name owner, long ttl) {
        return new TXTRecord(owner, DClass.IN, ttl, "v=STSv1; id=" + ttl);
    }

    private static Record cname(Name owner, Name target, long ttl) {
        return new CNAMERecord(owner, DClass.IN, ttl, target);
    }

    private static Record soa(Name zone, long ttl, long minimum) {
        return new SOARecord(zone, DClass.IN, ttl, zone, zone, 1, 60, 60, 60, minimum);
    }

    /** The record with a TTL that dnsjava would not make. */
    private static Record hostile(Record record, long ttl) throws IOException {
        byte[] wire = record.toWire(Section.ANSWER);
        ByteBuffer.wrap(wire).putInt(record.getName().length() + 4, (int) ttl);
        return Record.fromWire(wire, Section.ANSWER);
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}

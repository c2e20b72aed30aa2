package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.NO_RECORDS;
import static io.github.mtasts.spi.LookupStatus.NO_SUCH_NAME;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static io.github.mtasts.spi.LookupStatus.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer becomes. */
class DnsjavaResolverTest {

    private static final String NAME = "_mta-sts.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();
    private final DnsjavaResolver resolver = DnsjavaResolver.at(world.dns());

    @AfterEach
    void closeAll() {
        resolver.close();
        world.close();
    }

    @Test
    void aRecordIsItsCharacterStrings() {
        world.name(NAME).txt("v=STSv1; ", "id=1;");

        assertThat(txt(NAME))
                .isEqualTo(Lookup.found(List.of(TxtRecord.of("v=STSv1; ", "id=1;")))
                        .withTtl(Duration.ofMinutes(1)));
    }

    @Test
    void eachRecordOfANameIsFound() {
        world.name(NAME).txt("v=STSv1; id=1").txt("v=spf1 -all");

        assertThat(txt(NAME).records())
                .containsExactlyInAnyOrder(TxtRecord.of("v=STSv1; id=1"), TxtRecord.of("v=spf1 -all"));
    }

    @Test
    void everyOctetComesThroughUnescaped() {
        String octets = IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());
        TxtRecord record = new TxtRecord(Stream.of(octets.substring(0, 100), "", octets.substring(100), "\"\\;")
                .map(Octets::ofLatin1)
                .toList());
        world.name(NAME).txt(record);

        assertThat(txt(NAME).records()).containsExactly(record);
    }

    @Test
    void namesAreComparedWithoutRegardToCase() {
        world.name("_mta-sts.example.org").txt("v=STSv1; id=1");

        assertThat(txt("_MTA-STS.Example.ORG").status()).isEqualTo(FOUND);
    }

    @Test
    void mxHostsHaveNoFinalDotAndKeepTheirCase() {
        world.name("example.org").mx(10, "MX1.example.org").mx(0, "mx2.example.org.");

        assertThat(mx("example.org").records())
                .containsExactlyInAnyOrder(new MxHost(10, "MX1.example.org"), new MxHost(0, "mx2.example.org"));
    }

    @Test
    void aNullMxIsADot() {
        world.name("example.org").mx(0, ".");

        assertThat(mx("example.org").records()).containsExactly(new MxHost(0, "."));
    }

    @Test
    void strangeOctetsOfAnMxHostAreEscaped() {
        world.name("example.org").mx(1, "a\\032b\\.c\\200.example.org");

        assertThat(mx("example.org").records()).containsExactly(new MxHost(1, "a\\032b\\.c\\200.example.org"));
    }

    @Test
    void nxdomainIsNoSuchName() {
        assertThat(txt("nowhere.example.org").status()).isEqualTo(NO_SUCH_NAME);
    }

    @Test
    void nodataIsNoRecords() {
        world.name("example.org").mx(10, "mail.example.org");

        assertThat(txt("example.org").status()).isEqualTo(NO_RECORDS);
    }

    @ParameterizedTest
    @EnumSource(
            value = DnsFault.class,
            names = {"SERVFAIL", "REFUSED"})
    void aResponseCodeOfFailureIsReportedWithItsServer(DnsFault fault) {
        world.name(NAME).txt("v=STSv1; id=1").fault(fault);

        Lookup<TxtRecord> lookup = txt(NAME);

        assertThat(lookup.status()).isEqualTo(SERVER_FAILURE);
        assertThat(lookup.detail())
                .isEqualTo(fault + " from 127.0.0.1:" + world.dns().getPort());
    }

    @Test
    void garbageUnderTheRightIdIsABrokenAnswer() {
        world.name(NAME).fault(DnsFault.GARBAGE);

        Lookup<TxtRecord> lookup = txt(NAME);

        assertThat(lookup.status()).isEqualTo(SERVER_FAILURE);
        assertThat(lookup.detail()).startsWith("a broken answer from 127.0.0.1:");
    }

    @Test
    void silenceIsATimeOut() {
        world.name(NAME).fault(DnsFault.SILENCE);
        try (DnsjavaResolver impatient = DnsjavaResolver.builder()
                .servers(world.dns())
                .timeout(Duration.ofMillis(120))
                .build()) {

            Lookup<TxtRecord> lookup = impatient.resolveTxt(NAME).join();

            assertThat(lookup.status()).isEqualTo(TIMED_OUT);
            assertThat(lookup.detail())
                    .isEqualTo("no answer from 127.0.0.1:" + world.dns().getPort() + " within 120 ms");
        }
    }

    @Test
    void answersWithAWrongIdOrQuestionAreWaitedPast() {
        world.name(NAME).txt("v=STSv1; id=1").fault(DnsFault.WRONG_ID_FIRST);

        assertThat(txt(NAME).records()).containsExactly(TxtRecord.of("v=STSv1; id=1"));
    }

    @Test
    void aTruncatedAnswerIsAskedForAgainOverTcp() {
        world.name(NAME).txt("v=STSv1; id=1").fault(DnsFault.TRUNCATED);

        assertThat(txt(NAME).records()).containsExactly(TxtRecord.of("v=STSv1; id=1"));
    }

    @Test
    void anAnswerTooLongForUdpComesOverTcp() {
        TxtRecord record = new TxtRecord(Collections.nCopies(200, Octets.of("x".repeat(255))));
        world.name(NAME).txt(record);

        assertThat(txt(NAME).records()).containsExactly(record);
    }

    @Test
    void aServerThatDoesNotKnowEdnsIsAskedWithout() {
        world.name(NAME).txt("v=STSv1; id=1").fault(DnsFault.NO_EDNS);

        assertThat(txt(NAME).records()).containsExactly(TxtRecord.of("v=STSv1; id=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".example.org",
                "a..example.org",
                "ä.example.org",
                "a\\",
                "a\\999.example.org",
                "0123456789012345678901234567890123456789012345678901234567890123.example.org"
            })
    void aNameThatTheDnsCannotHaveIsNotAskedFor(String name) {
        Lookup<TxtRecord> lookup = txt(name);

        assertThat(lookup.status()).isEqualTo(NO_SUCH_NAME);
        assertThat(lookup.detail()).isEqualTo("not a valid DNS name");
    }

    @Test
    void aNameOfMoreThan253OctetsIsNotAskedFor() {
        assertThat(txt("a.".repeat(126) + "ab").detail()).isEqualTo("not a valid DNS name");
        assertThat(txt("a.".repeat(126) + "a").detail()).isEmpty();
    }

    private Lookup<TxtRecord> txt(String name) {
        return resolver.resolveTxt(name).join();
    }

    private Lookup<MxHost> mx(String domain) {
        return resolver.resolveMx(domain).join();
    }
}

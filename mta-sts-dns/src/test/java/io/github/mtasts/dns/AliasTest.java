package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.NO_RECORDS;
import static io.github.mtasts.spi.LookupStatus.NO_SUCH_NAME;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** CNAME chains: whole, in part, dangling, endless. */
class AliasTest {

    private static final String NAME = "_mta-sts.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();
    private final DnsjavaResolver resolver = DnsjavaResolver.at(world.dns());

    @AfterEach
    void closeAll() {
        resolver.close();
        world.close();
    }

    @Test
    void aChainIsFollowedAndShownInOrder() {
        world.name(NAME).via("a.example.net", "B.example.com").txt("v=STSv1; id=1");

        Lookup<TxtRecord> lookup = txt();

        assertThat(lookup.records()).containsExactly(TxtRecord.of("v=STSv1; id=1"));
        assertThat(lookup.aliases()).containsExactly("a.example.net", "B.example.com");
    }

    @Test
    void whatIsMissingOfAChainIsAskedFor() {
        world.name(NAME).via("a.example.net").fault(DnsFault.CNAME_ALONE);
        world.name("a.example.net").via("b.example.net").fault(DnsFault.CNAME_ALONE);
        world.name("b.example.net").txt("v=STSv1; id=1");

        Lookup<TxtRecord> lookup = txt();

        assertThat(lookup.records()).containsExactly(TxtRecord.of("v=STSv1; id=1"));
        assertThat(lookup.aliases()).containsExactly("a.example.net", "b.example.net");
    }

    @Test
    void theRestOfAChainFailsAsAnyLookupDoes() {
        world.name(NAME).via("a.example.net").fault(DnsFault.CNAME_ALONE);
        world.name("a.example.net").fault(DnsFault.REFUSED);

        Lookup<TxtRecord> lookup = txt();

        assertThat(lookup.status()).isEqualTo(SERVER_FAILURE);
        assertThat(lookup.detail()).startsWith("REFUSED from");
        assertThat(lookup.aliases()).containsExactly("a.example.net");
    }

    @Test
    void aChainThatEndsNowhereIsNoSuchName() {
        world.name(NAME).via("gone.example.net");

        Lookup<TxtRecord> lookup = txt();

        assertThat(lookup.status()).isEqualTo(NO_SUCH_NAME);
        assertThat(lookup.aliases()).containsExactly("gone.example.net");
    }

    @Test
    void aChainToANameWithoutTheTypeIsNoRecords() {
        world.name(NAME).via("a.example.net").mx(10, "mail.example.net");

        Lookup<TxtRecord> lookup = txt();

        assertThat(lookup.status()).isEqualTo(NO_RECORDS);
        assertThat(lookup.aliases()).containsExactly("a.example.net");
    }

    @Test
    void aLoopInOneAnswerIsAFailure() {
        world.name(NAME).fault(DnsFault.CNAME_LOOP);

        Lookup<TxtRecord> lookup = txt();

        assertThat(lookup.status()).isEqualTo(SERVER_FAILURE);
        assertThat(lookup.detail()).isEqualTo("the CNAME chain comes back to " + NAME);
        assertThat(lookup.aliases()).containsExactly("loop.invalid", NAME);
    }

    @Test
    void aLoopOverSeveralAnswersIsAFailure() {
        world.name(NAME).via("a.example.net").fault(DnsFault.CNAME_ALONE);
        world.name("a.example.net").via("b.example.net").fault(DnsFault.CNAME_ALONE);
        world.name("b.example.net").via("a.example.net").fault(DnsFault.CNAME_ALONE);

        assertThat(txt().detail()).isEqualTo("the CNAME chain comes back to a.example.net");
    }

    @Test
    void sixteenAliasesAreFollowed() {
        world.name(NAME).via(aliases(16)).txt("v=STSv1; id=1");

        assertThat(txt().status()).isEqualTo(FOUND);
    }

    @Test
    void seventeenAliasesAreAFailure() {
        world.name(NAME).via(aliases(17)).txt("v=STSv1; id=1");

        assertThat(txt().detail()).isEqualTo("the CNAME chain is too long at n17.example.net");
    }

    private static String[] aliases(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "n" + i + ".example.net")
                .toArray(String[]::new);
    }

    private Lookup<TxtRecord> txt() {
        return resolver.resolveTxt(NAME).join();
    }
}

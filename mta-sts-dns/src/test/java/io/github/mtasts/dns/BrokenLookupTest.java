package io.github.mtasts.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** What a dnsjava that does not fit throws ends the lookup that met it, as it is; the loop goes on for the others. */
@ExtendWith(MtaStsWorldExtension.class)
class BrokenLookupTest {

    private static final Name NAME = Names.parse("example.org").orElseThrow();

    private final Error thrown = new NoSuchMethodError("broken");
    private final CompletableFuture<Throwable> broke = new CompletableFuture<>();
    private final EventLoop loop = new EventLoop(() -> {});

    @AfterEach
    void theLoopGoesOn() {
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        assertThat(loop.execute(() -> later.complete(true))).isTrue();
        assertThat(later.join()).isTrue();
        loop.close();
    }

    @Test
    void anErrorWhileARecordIsReadEndsItsLookup(MtaStsWorld world) {
        world.name("example.org").txt("here");
        CompletableFuture<Lookup<TxtRecord>> done = new CompletableFuture<>();
        Resolution<TxtRecord> resolution = new Resolution<>(
                loop,
                settings(world.dns()),
                NAME,
                Type.TXT,
                record -> {
                    throw thrown;
                },
                new HashSet<>(),
                new Resolution.Outcome<>(done::complete, broke::complete));

        loop.execute(resolution::start);

        assertThat(broke.join()).isSameAs(thrown);
        assertThat(done).isNotDone();
    }

    @Test
    void anErrorWhileAnAnswerIsReadEndsItsLookup(MtaStsWorld world) {
        world.name("example.org").txt("here");
        Query query = new Query(
                loop,
                settings(world.dns()),
                NAME,
                Type.TXT,
                message -> {
                    throw thrown;
                },
                (status, failed) -> {},
                broke::complete);

        loop.execute(query::start);

        assertThat(broke.join()).isSameAs(thrown);
    }

    @Test
    void whatIsThrownWhileAQueryIsMadeEndsItsLookup() {
        InetSocketAddress unresolved = InetSocketAddress.createUnresolved("ns.example.org", 53);
        Query query = new Query(
                loop, settings(unresolved), NAME, Type.TXT, message -> {}, (status, failed) -> {}, broke::complete);

        loop.execute(query::start);

        assertThat(broke.join()).isInstanceOf(UnresolvedAddressException.class);
    }

    private static Settings settings(InetSocketAddress server) {
        return new Settings(List.of(server), Duration.ofSeconds(8), 0, false, false);
    }
}

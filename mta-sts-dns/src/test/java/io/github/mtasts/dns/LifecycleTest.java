package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is kept longer than it is needed: no socket, no thread. */
class LifecycleTest {

    private static final String SILENT = "silent.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();
    private final DnsjavaResolver resolver = DnsjavaResolver.at(world.dns());

    LifecycleTest() {
        world.name(SILENT).fault(DnsFault.SILENCE);
        world.name("example.org").txt("here").address("192.0.2.1");
    }

    @AfterEach
    void closeAll() {
        resolver.close();
        world.close();
    }

    @Test
    void aLookupHoldsASocketUntilItIsCancelled() {
        CompletableFuture<Lookup<TxtRecord>> lookup = resolver.resolveTxt(SILENT);
        assertThat(resolver.openChannels().join()).isOne();

        lookup.cancel(true);

        assertThat(resolver.openChannels().join()).isZero();
    }

    @Test
    void cancellingALookupOfAddressesClosesBothSockets() {
        CompletableFuture<Lookup<InetAddress>> lookup = resolver.resolveAddresses(SILENT);
        assertThat(resolver.openChannels().join()).isEqualTo(2);

        lookup.cancel(true);

        assertThat(resolver.openChannels().join()).isZero();
    }

    @Test
    void aFutureThatItsHolderEndsAsOrTimeoutDoesClosesItsSocket() {
        CompletableFuture<Lookup<TxtRecord>> lookup = resolver.resolveTxt(SILENT);

        lookup.completeExceptionally(new TimeoutException());

        assertThat(resolver.openChannels().join()).isZero();
    }

    @Test
    void cancellingALookupOverTcpClosesItsConnection() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket tcp = new ServerSocket(0, 10, loopback);
                DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), loopback);
                DnsjavaResolver overTcp = DnsjavaResolver.at((InetSocketAddress) tcp.getLocalSocketAddress())) {
            CompletableFuture<Lookup<TxtRecord>> lookup = overTcp.resolveTxt("example.org");
            DatagramPacket query = new DatagramPacket(new byte[512], 512);
            udp.receive(query);
            query.getData()[2] |= (byte) 0x82;
            udp.send(query);
            try (Socket connection = tcp.accept()) {
                lookup.cancel(true);

                assertThat(overTcp.openChannels().join()).isZero();
                connection.getInputStream().readAllBytes();
                assertThat(connection.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void anAnsweredLookupHoldsNothing() {
        resolver.resolveTxt("example.org").join();
        resolver.resolveAddresses("example.org").join();

        assertThat(resolver.openChannels().join()).isZero();
    }

    @Test
    void lookupsUnderWayEndWhenTheResolverIsClosed() {
        CompletableFuture<Lookup<TxtRecord>> lookup = resolver.resolveTxt(SILENT);

        resolver.close();

        assertThat(lookup.join().status()).isEqualTo(SERVER_FAILURE);
        assertThat(lookup.join().detail()).isEqualTo("the resolver was closed");
        assertThat(resolver.openChannels().join()).isZero();
    }

    @Test
    void aClosedResolverAnswersAtOnce() {
        resolver.close();
        resolver.close();

        assertThat(resolver.resolveTxt("example.org").join().detail()).isEqualTo("the resolver was closed");
        assertThat(resolver.resolveAddresses("example.org").join().status()).isEqualTo(SERVER_FAILURE);
    }

    @Test
    void aContinuationThatWaitsForAnotherLookupIsNotInItsWay() {
        CompletableFuture<Lookup<TxtRecord>> other = resolver.resolveTxt("example.org")
                .thenApply(found -> resolver.resolveTxt("example.org").join());

        assertThat(other.join().status()).isEqualTo(FOUND);
    }

    @Test
    void thousandsOfLookupsRunAtOnceOnThreeThreads() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        List<CompletableFuture<Lookup<TxtRecord>>> silent = IntStream.range(0, 1000)
                .mapToObj(i -> resolver.resolveTxt(SILENT))
                .toList();
        List<CompletableFuture<Lookup<InetAddress>>> found = IntStream.range(0, 1000)
                .mapToObj(i -> resolver.resolveAddresses("example.org"))
                .toList();

        assertThat(found).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(FOUND));
        assertThat(resolver.openChannels().join()).isGreaterThanOrEqualTo(1000);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("mta-sts-dns") && !before.contains(thread))
                .hasSizeLessThanOrEqualTo(2);

        silent.forEach(each -> each.cancel(true));
        assertThat(silent).allSatisfy(each -> assertThat(each).isCancelled());
        assertThat(resolver.openChannels().join()).isZero();
    }
}

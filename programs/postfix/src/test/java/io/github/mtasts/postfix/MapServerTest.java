package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.kit.UserError;
import io.github.mtasts.syntax.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server over real sockets. */
@Timeout(60)
class MapServerTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ConcurrentHashMap<String, CompletableFuture<Answer>> asked = new ConcurrentHashMap<>();
    private final CountDownLatch firstAsked = new CountDownLatch(1);
    private final ClientHandlerTest.Heard heard = new ClientHandlerTest.Heard();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void bothProtocolsAreSpokenAtOneAddress() throws IOException {
        MapServer server = echo(LIMITS);

        assertThat(client(server).ask("example.org")).isEqualTo("OK example.org");
        Socket tcp = connect(server);
        send(tcp, "get example%2Eorg\n");
        assertThat(read(tcp, 16)).isEqualTo("200 example.org\n");
    }

    @Test
    void aConnectionServesManyRequestsSentAtOnce() throws IOException {
        Socket client = connect(echo(LIMITS));
        StringBuilder requests = new StringBuilder();
        StringBuilder replies = new StringBuilder();
        for (int i = 1000; i < 3000; i++) {
            requests.append("6:m ").append(i).append(',');
            replies.append("7:OK ").append(i).append(',');
        }

        Thread sender = new Thread(() -> send(client, requests.toString()));
        sender.start();

        assertThat(read(client, replies.length())).isEqualTo(replies.toString());
    }

    @Test
    void halfARequestAndTheEndCostNothing() throws IOException {
        MapServer server = echo(LIMITS);
        Socket half = connect(server);
        send(half, "19:postfix exam");
        half.close();

        assertThat(client(server).ask("example.org")).isEqualTo("OK example.org");
    }

    @Test
    void manyClientsAreServedAtOnce() throws Exception {
        MapServer server = echo(LIMITS);
        List<SocketmapClient> clients =
                IntStream.range(0, 100).mapToObj(i -> client(server)).toList();
        List<CompletableFuture<String>> replies = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            SocketmapClient each = clients.get(i);
            String key = "domain" + i + ".example";
            replies.add(CompletableFuture.supplyAsync(() -> each.ask(key)));
        }

        for (int i = 0; i < 100; i++) {
            assertThat(replies.get(i).get()).isEqualTo("OK domain" + i + ".example");
        }
    }

    @Test
    void aClientBeyondTheLimitIsSentAwayAndTheOthersStay() throws IOException {
        MapServer server = echo(new Limits(1024, 2, 16, LONG, LONG));
        SocketmapClient first = client(server);
        SocketmapClient second = client(server);
        first.ask("a.example");
        second.ask("a.example");

        assertThat(connect(server).getInputStream().read()).isEqualTo(-1);
        assertThat(first.ask("b.example")).isEqualTo("OK b.example");
        assertThat(heard.refusals).containsExactly(ServerEvents.Refusal.TOO_MANY);
    }

    @Test
    void aRequestOverTheLimitEndsTheConnection() throws IOException {
        Socket client = connect(echo(LIMITS));
        send(client, "1025:postfix ");

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aSilentClientIsDisconnected() throws IOException {
        Socket client = connect(echo(new Limits(1024, 10, 16, Duration.ofMillis(50), LONG)));

        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(heard.refusals).containsExactly(ServerEvents.Refusal.SILENT);
    }

    @Test
    void onStopPendingRequestsAreAnsweredAndNoClientIsAccepted() throws Exception {
        MapServer server = start(LIMITS, key -> later(key.decoded()));
        Socket waiting = connect(server);
        Socket idle = connect(server);
        send(waiting, "3:m a,");
        firstAsked.await();

        server.stop();
        assertThat(idle.getInputStream().read()).isEqualTo(-1);
        assertThat(isServed(server)).isFalse();
        later("a").complete(new Answer(AnswerReason.ENFORCED, "a"));

        assertThat(read(waiting, 7)).isEqualTo("4:OK a,");
        assertThat(waiting.getInputStream().read()).isEqualTo(-1);
        assertThat(server.awaitAnswered(LONG)).isTrue();
    }

    @Test
    void anAddressInUseIsNamed() {
        MapServer server = echo(LIMITS);

        assertThatThrownBy(() -> new MapServer(server.address(), key -> later(key.decoded()), LIMITS, heard))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "cannot listen on 127.0.0.1:" + server.address().getPort() + ": ");
    }

    private static final Limits LIMITS = new Limits(1024, 200, 16, LONG, LONG);

    private MapServer echo(Limits limits) {
        return start(
                limits, key -> CompletableFuture.completedFuture(new Answer(AnswerReason.ENFORCED, key.decoded())));
    }

    private CompletableFuture<Answer> later(String key) {
        CompletableFuture<Answer> answer = asked.computeIfAbsent(key, any -> new CompletableFuture<>());
        firstAsked.countDown();
        return answer;
    }

    private MapServer start(Limits limits, Function<Octets, CompletableFuture<Answer>> answers) {
        MapServer server = new MapServer(ANY, answers, limits, heard);
        open.add(server);
        return server;
    }

    private SocketmapClient client(MapServer server) {
        SocketmapClient client = new SocketmapClient(server.address());
        open.add(0, client);
        return client;
    }

    private Socket connect(MapServer server) throws IOException {
        Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort());
        open.add(0, socket);
        return socket;
    }

    /** Whether a newcomer is answered, rather than refused or reset. */
    private boolean isServed(MapServer server) {
        try {
            Socket newcomer = connect(server);
            newcomer.getOutputStream().write("3:m b,".getBytes(StandardCharsets.ISO_8859_1));
            return newcomer.getInputStream().read() >= 0;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void send(Socket socket, String octets) {
        try {
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static String read(Socket socket, int octets) throws IOException {
        return new String(socket.getInputStream().readNBytes(octets), StandardCharsets.ISO_8859_1);
    }
}

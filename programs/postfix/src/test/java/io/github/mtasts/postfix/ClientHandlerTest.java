package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One client on a channel in memory, whose time stands still. */
class ClientHandlerTest {

    private static final Limits LIMITS = new Limits(1024, 10, 3, Duration.ofSeconds(100), Duration.ofSeconds(30));

    private final Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
    private final Heard heard = new Heard();
    private EmbeddedChannel client;

    @BeforeEach
    void connect() {
        client = new EmbeddedChannel();
        client.freezeTime();
        client.pipeline()
                .addLast(
                        new Request.Decoder(LIMITS.requestOctets()),
                        new ClientHandler(key -> later(key.decoded()), LIMITS, heard));
        client.pipeline().fireChannelActive();
    }

    @Test
    void theFirstOctetSaysWhichProtocolIsSpoken() {
        EmbeddedChannel socketmap = client;
        send("3:m a,");
        later("a").complete(Answer.of(AnswerReason.NOT_ENFORCED));
        assertThat(reply()).isEqualTo("9:NOTFOUND ,");

        connect();
        send("get a\n");
        assertThat(client).isNotSameAs(socketmap);
        assertThat(reply()).startsWith("500 ");
    }

    @Test
    void requestsAreAnsweredInTheirOrderOneAfterTheOther() {
        send("3:m a,3:m b,");
        assertThat(asked).containsOnlyKeys("a");

        later("a").complete(answer("first"));
        later("b").complete(answer("second"));

        assertThat(reply()).isEqualTo("8:OK first,9:OK second,");
    }

    @Test
    void aClientIsReadNoFurtherWhileTooManyOfItsRequestsWait() {
        send("3:m a,3:m b,3:m c,3:m d,");
        assertThat(client.config().isAutoRead()).isFalse();

        List.of("a", "b", "c", "d").forEach(key -> later(key).complete(answer(key)));

        reply();
        assertThat(client.config().isAutoRead()).isTrue();
    }

    @Test
    void anIdleClientIsDisconnected() {
        client.advanceTimeBy(99, TimeUnit.SECONDS);
        client.runScheduledPendingTasks();
        assertThat(client.isOpen()).isTrue();

        client.advanceTimeBy(1, TimeUnit.SECONDS);
        client.runScheduledPendingTasks();

        assertThat(client.isOpen()).isFalse();
        assertThat(heard.refusals).containsExactly(ServerEvents.Refusal.SILENT);
    }

    @Test
    void aRequestThatComesInDropsGetsNoMoreTimeThanAnyOther() {
        for (String octet : List.of("3", ":", "m", " ")) {
            client.advanceTimeBy(25, TimeUnit.SECONDS);
            client.runScheduledPendingTasks();
            send(octet);
        }

        assertThat(client.isOpen()).isFalse();
        assertThat(heard.refusals).containsExactly(ServerEvents.Refusal.SILENT);
    }

    @Test
    void aClientThatWaitsForAnAnswerIsNotSilent() {
        client.advanceTimeBy(90, TimeUnit.SECONDS);
        send("3:m a,");
        client.advanceTimeBy(20, TimeUnit.SECONDS);
        client.runScheduledPendingTasks();

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void anAnswerThatTakesTooLongIsATemporaryFailureAndTheLateOneIsNotSent() {
        send("3:m a,");
        client.advanceTimeBy(30, TimeUnit.SECONDS);
        client.runScheduledPendingTasks();

        later("a").complete(answer("late"));

        assertThat(reply()).isEqualTo("37:TEMP the policy was not found in time,");
        assertThat(heard.answers).extracting(Answer::reason).containsExactly(AnswerReason.TIMED_OUT);
    }

    @Test
    void aBugIsATemporaryFailure() {
        send("3:m a,");

        later("a").completeExceptionally(new IllegalStateException("a bug"));

        assertThat(reply()).startsWith("49:TEMP ");
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void whatIsNotALookupIsAnsweredAndTheNextRequestToo() {
        send("1:m,");
        send("3:m a,");
        later("a").complete(answer("a"));

        assertThat(reply()).isEqualTo("25:PERM this is not a lookup,4:OK a,");
    }

    @Test
    void whatIsNotARequestEndsTheConnection() {
        send("GET / HTTP/1.1\r\n" + "x".repeat(1100));

        assertThat(client.isOpen()).isFalse();
        assertThat(asked).isEmpty();
        assertThat(heard.refusals).containsExactly(ServerEvents.Refusal.MALFORMED);
    }

    @Test
    void onStopAnIdleClientIsDisconnectedAtOnce() {
        client.pipeline().fireUserEventTriggered(ClientHandler.STOP);

        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void onStopAClientThatWaitsIsAnsweredFirst() {
        send("3:m a,3:m b,");
        client.pipeline().fireUserEventTriggered(ClientHandler.STOP);
        assertThat(client.isOpen()).isTrue();

        later("a").complete(answer("a"));
        later("b").complete(answer("b"));

        assertThat(reply()).isEqualTo("4:OK a,4:OK b,");
        assertThat(client.isOpen()).isFalse();
    }

    private CompletableFuture<Answer> later(String key) {
        return asked.computeIfAbsent(key, any -> new CompletableFuture<>());
    }

    private static Answer answer(String text) {
        return new Answer(AnswerReason.ENFORCED, text);
    }

    private void send(String octets) {
        if (client.isOpen()) {
            client.writeInbound(Unpooled.copiedBuffer(octets, StandardCharsets.ISO_8859_1));
        }
    }

    /** All that was sent to the client so far. */
    private String reply() {
        client.runPendingTasks();
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = client.readOutbound(); part != null; part = client.readOutbound()) {
            text.append(part.toString(StandardCharsets.ISO_8859_1));
            part.release();
        }
        return text.toString();
    }

    /** What the server reported. */
    static final class Heard implements ServerEvents {
        final List<Answer> answers = new ArrayList<>();
        final List<ServerEvents.Refusal> refusals = new ArrayList<>();

        @Override
        public synchronized void answered(MapProtocol protocol, Answer answer, Duration time) {
            answers.add(answer);
        }

        @Override
        public synchronized void refused(ServerEvents.Refusal refusal) {
            refusals.add(refusal);
        }
    }
}

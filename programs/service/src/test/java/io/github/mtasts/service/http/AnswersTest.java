package io.github.mtasts.service.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.Await;
import io.github.mtasts.service.operation.CutOff;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Large answers to clients that read little of them: room for two of one client, or for three in all. */
class AnswersTest {

    private static final Duration ENOUGH =
            Duration.ofMillis(Answers.LONGEST_MS).plusSeconds(LimitedServer.LARGE / 8192 + 1);

    private final LimitedServer server =
            new LimitedServer(new Limits(1000, 1000, address -> false, 4L * LimitedServer.LARGE));

    @AfterEach
    void stop() {
        server.pass(ENOUGH);
        server.close();
    }

    @Test
    void whoHasTooManyUnreadAnswersIsCutOffAndAnotherIsAnswered() throws IOException {
        try (Socket first = asks("greedy");
                Socket second = asks("greedy")) {
            assertThat(first.getInputStream().read()).isEqualTo('H');
            assertThat(second.getInputStream().read()).isEqualTo('H');
            try (Socket third = asks("greedy");
                    Socket honest = asks("honest")) {
                assertThat(third.getInputStream().read()).isEqualTo(-1);
                assertThat(server.cutOff(CutOff.UNREAD_ANSWERS)).isEqualTo(1);

                assertThat(honest.getInputStream().readNBytes(LimitedServer.LARGE))
                        .hasSize(LimitedServer.LARGE);
            }
        }
    }

    @Test
    void anAnswerThatWasReadLeavesItsRoomToOthers() throws IOException {
        for (int i = 0; i < 5; i++) {
            try (Socket reader = asks("quick")) {
                assertThat(reader.getInputStream().readNBytes(LimitedServer.LARGE))
                        .hasSize(LimitedServer.LARGE);
            }
        }

        assertThat(server.cutOff(CutOff.UNREAD_ANSWERS)).isZero();
    }

    @Test
    void whoTakesTooLongIsCutOffAndLeavesItsRoomToOthers() throws IOException {
        try (Socket slow = asks("slow")) {
            InputStream in = slow.getInputStream();
            assertThat(in.read()).isEqualTo('H');
            Await.until("it is cut off", () -> {
                server.pass(ENOUGH);
                return server.cutOff(CutOff.SLOW_READER) == 1;
            });
        }
        anAnswerThatWasReadLeavesItsRoomToOthers();
    }

    private Socket asks(String client) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream()
                .write(("GET /large?" + client + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
        return socket;
    }
}

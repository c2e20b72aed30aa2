package io.github.mtasts.service.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that ask for more than they read. */
class SlowReadersTest {

    private static final String ASK = "GET /docs/issues HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    @Test
    void moreOfThemThanThereAreThreadsKeepNobodyWaiting() throws IOException {
        try (RunningService service = new RunningService()) {
            List<Socket> readers = new ArrayList<>();
            for (int i = 0; i < 260; i++) {
                readers.add(readsNothing(service.port()));
            }
            for (Socket reader : readers) {
                assertThat(reader.getInputStream().read()).isEqualTo('H');
            }

            assertThat(service.client().get("/health/live").status()).isEqualTo(200);
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    private static Socket readsNothing(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(ASK.repeat(1000).getBytes(US_ASCII));
        return socket;
    }
}

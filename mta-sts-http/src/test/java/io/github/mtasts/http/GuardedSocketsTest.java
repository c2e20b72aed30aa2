package io.github.mtasts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GuardedSocketsTest {

    @Test
    void noTlsBeginsOnTheConnectionOfACancelledCall() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        GuardedSockets sockets = new GuardedSockets(address -> true, cancelled::get);
        try (RawServer server = RawServer.start("127.0.0.1", 0, connection -> {});
                Socket socket = sockets.createSocket()) {
            socket.connect(new InetSocketAddress(Loopback.address("127.0.0.1"), server.port()), 0);
            assertThat(socket.getInputStream()).isNotNull();

            cancelled.set(true);

            assertThatThrownBy(socket::getInputStream).isInstanceOf(SocketException.class);
        }
    }
}

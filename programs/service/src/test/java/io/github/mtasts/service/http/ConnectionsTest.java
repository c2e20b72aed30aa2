package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.Await;
import io.github.mtasts.service.RawConnection;
import io.github.mtasts.service.operation.CutOff;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections on which little comes. */
class ConnectionsTest {

    private static final String SMALL = "GET /small HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int MANY = 1000;

    @Test
    void aHeaderThatComesOctetByOctetIsCutOff() {
        try (LimitedServer server = new LimitedServer(new Limits(MANY, MANY, address -> false, 1 << 20));
                RawConnection slow = new RawConnection(server.port())) {
            slow.send("GET /small HTTP/1.1\r\nX: ");
            Await.until("it is cut off", () -> {
                slow.send("x");
                server.pass(Duration.ofSeconds(5));
                return server.cutOff(CutOff.SLOW_HEADER) == 1;
            });

            assertThat(slow.readAll())
                    .satisfiesAnyOf(
                            answer -> assertThat(answer)
                                    .startsWith("HTTP/1.1 408 ")
                                    .contains("application/problem+json", "The request did not arrive in time."),
                            answer -> assertThat(answer).isEmpty());
        }
    }

    @Test
    void aConnectionThatHasBegunNoRequestMayWait() {
        try (LimitedServer server = new LimitedServer(new Limits(MANY, MANY, address -> false, 1 << 20));
                RawConnection fresh = new RawConnection(server.port());
                RawConnection used = new RawConnection(server.port())) {
            server.awaitConnections(2);
            used.send(SMALL).readUntil("!");
            for (int i = 0; i < 10; i++) {
                server.pass(Duration.ofSeconds(5));
            }

            assertThat(fresh.send(SMALL).readUntil("!")).startsWith("HTTP/1.1 200 ");
            assertThat(used.send(SMALL).readUntil("!")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aBodyThatIsNotWholeInTimeIsATimeout() {
        try (LimitedServer server = new LimitedServer(new Limits(MANY, MANY, address -> false, 1 << 20));
                RawConnection slow = new RawConnection(server.port())) {
            slow.send(
                    "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n");
            server.awaitBody();
            server.pass(Body.LONGEST);
            Await.until("it has timed out", () -> server.timeouts() == 1);

            assertThat(slow.readAll()).startsWith("HTTP/1.1 408 ").contains("The request did not arrive in time.");
        }
    }

    @Test
    void whereAllConnectionsAreTakenTheOneThatWaitsLongestMakesRoom() {
        try (LimitedServer server = new LimitedServer(new Limits(3, MANY, address -> false, 1 << 20));
                RawConnection working = opened(server, 1);
                RawConnection longest = opened(server, 2);
                RawConnection other = opened(server, 3)) {
            working.send("GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n");
            longest.send("GET /");
            other.send(SMALL).readUntil("!");
            server.awaitLater();

            try (RawConnection oneMore = new RawConnection(server.port())) {
                assertThat(longest.readAll()).isEmpty();
                assertThat(oneMore.send(SMALL).readUntil("!")).startsWith("HTTP/1.1 200 ");
            }
            assertThat(server.cutOff(CutOff.ALL_CONNECTIONS)).isEqualTo(1);
            assertThat(other.send(SMALL).readUntil("!")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void anAddressHasNoMoreConnectionsThanItsOwn() {
        try (LimitedServer server = new LimitedServer(new Limits(MANY, 2, address -> false, 1 << 20));
                RawConnection first = opened(server, 1);
                RawConnection second = opened(server, 2);
                RawConnection third = new RawConnection(server.port())) {
            assertThat(first.readAll()).isEmpty();
            assertThat(second.send(SMALL).readUntil("!")).startsWith("HTTP/1.1 200 ");
            assertThat(third.send(SMALL).readUntil("!")).startsWith("HTTP/1.1 200 ");
            assertThat(server.cutOff(CutOff.ADDRESS_CONNECTIONS)).isEqualTo(1);
        }
    }

    @Test
    void aProxyMayHaveManyConnections() {
        try (LimitedServer server = new LimitedServer(new Limits(MANY, 2, address -> true, 1 << 20));
                RawConnection first = opened(server, 1);
                RawConnection second = opened(server, 2);
                RawConnection third = opened(server, 3)) {
            for (RawConnection each : new RawConnection[] {first, second, third}) {
                assertThat(each.send(SMALL).readUntil("!")).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    private static RawConnection opened(LimitedServer server, int number) {
        RawConnection connection = new RawConnection(server.port());
        server.awaitConnections(number);
        return connection;
    }
}

package io.github.mtasts.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 and HTTP/2 by MockWebServer, on connections that were accepted, and begun to be read, elsewhere. */
final class HealthyHttps implements AutoCloseable {

    private static final MockResponse NOT_FOUND =
            new MockResponse.Builder().code(404).build();

    private final MockWebServer server = new MockWebServer();
    private final HandedOver handedOver;
    private final Map<Socket, Greeting> greetings = new ConcurrentHashMap<>();

    private record Greeting(ClientHello hello, ServedSite served) {}

    HealthyHttps(Function<String, @Nullable ServedSite> sites, Consumer<SeenRequest> requests) throws IOException {
        handedOver = new HandedOver();
        server.setServerSocketFactory(new Listeners());
        server.useHttps(new Layers());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                server.takeRequest(0, TimeUnit.SECONDS); // else MockWebServer keeps them all
                String host = request.getHandshakeServerNames().get(0);
                requests.accept(seen(host, request));
                ServedSite served = sites.apply(host);
                return served == null ? NOT_FOUND : answer(served.site());
            }
        });
    }

    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    void handOver(Socket connection, ClientHello hello, ServedSite served) {
        greetings.put(connection, new Greeting(hello, served));
        handedOver.add(connection);
    }

    @Override
    public void close() {
        server.close();
    }

    private static SeenRequest seen(String host, RecordedRequest request) {
        return new SeenRequest(
                host,
                request.getMethod(),
                request.getTarget(),
                request.getHeaders().toMultimap(),
                request.getVersion(),
                request.getHandshake().tlsVersion().javaName());
    }

    private static MockResponse answer(PolicySite site) {
        MockResponse.Builder answer =
                new MockResponse.Builder().code(site.status()).body(new Buffer().write(site.body()));
        site.headers().forEach((name, value) -> answer.removeHeader(name));
        site.headers().forEach((name, value) -> answer.addHeaderLenient(name, value));
        return answer.build();
    }

    /** The one "listener", which gives out what was handed over. */
    private final class Listeners extends ServerSocketFactory {

        @Override
        public ServerSocket createServerSocket() {
            return handedOver;
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            return handedOver;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            return handedOver;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address) {
            return handedOver;
        }
    }

    /** Layers TLS that begins with the ClientHello already read, and shows the certificate of the host asked for. */
    private final class Layers extends SSLSocketFactory {

        @Override
        public Socket createSocket(Socket connection, String host, int port, boolean autoClose) throws IOException {
            Greeting greeting = Objects.requireNonNull(greetings.remove(connection), "handed over");
            return greeting.served().layer(connection, greeting.hello().octets());
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return new String[0];
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return new String[0];
        }
    }
}

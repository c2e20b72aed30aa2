package io.github.mtasts.jakartamail.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server at its own loopback address, with the certificate that it is given. */
public final class MxServer implements AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> serverNames = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private MxServer(String address, int port, Optional<SSLContext> tls) {
        SMTPServer.Builder builder = new SMTPServer.Builder();
        tls.ifPresentOrElse(
                context -> builder.enableTLS().startTlsSocketFactory(socket -> serverSide(context, socket)),
                builder::hideTLS);
        server = builder.bindAddress(loopback(address))
                .port(port)
                .hostName(address)
                .messageHandler((context, from, to, data) -> messages.add(new String(data, StandardCharsets.UTF_8)))
                .build();
        server.start();
    }

    /**
     * Starts a server that offers STARTTLS.
     *
     * @param address an address in 127.0.0.0/8
     * @param port the port to listen on
     * @param tls with the certificate that it shows
     * @return the server, to be closed by the caller
     */
    public static MxServer withTls(String address, int port, SSLContext tls) {
        return new MxServer(address, port, Optional.of(tls));
    }

    /**
     * Starts a server without STARTTLS.
     *
     * @param address an address in 127.0.0.0/8
     * @param port the port to listen on
     * @return the server, to be closed by the caller
     */
    public static MxServer withoutTls(String address, int port) {
        return new MxServer(address, port, Optional.empty());
    }

    /**
     * The messages received.
     *
     * @return each as text with its header, in order
     */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * The TLS server names (SNI) that clients have asked for.
     *
     * @return in order
     */
    public List<String> serverNames() {
        return List.copyOf(serverNames);
    }

    /**
     * A port on which nothing listens at any address of this machine, and which the system gives to no client.
     *
     * @return a port for many servers, each at its own address
     */
    public static int freePort() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            try (ServerSocket probe =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // try another one
            }
        }
        throw new IllegalStateException("no free port found");
    }

    @Override
    public void close() {
        server.stop();
    }

    private SSLSocket serverSide(SSLContext tls, Socket socket) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        encrypted.setUseClientMode(false);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setSNIMatchers(List.of(new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
            @Override
            public boolean matches(SNIServerName name) {
                return serverNames.add(new String(name.getEncoded(), StandardCharsets.US_ASCII));
            }
        }));
        encrypted.setSSLParameters(parameters);
        return encrypted;
    }

    private static InetAddress loopback(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(notAnAddress);
        }
    }
}

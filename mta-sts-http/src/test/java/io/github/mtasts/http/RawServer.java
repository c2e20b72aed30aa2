package io.github.mtasts.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** Accepts one connection, and does with it what a test says. */
final class RawServer implements AutoCloseable {

    interface Script {
        void play(Socket connection) throws IOException;
    }

    private final ServerSocket listener;
    private final CompletableFuture<Void> played;

    private RawServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.played = CompletableFuture.runAsync(() -> play(listener, script), task -> new Thread(task).start());
    }

    static RawServer start(String address, int port, Script script) throws IOException {
        return new RawServer(new ServerSocket(port, 5, InetAddress.getByName(address)), script);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Completes when the script has come to its end. */
    CompletableFuture<Void> played() {
        return played;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private static void play(ServerSocket listener, Script script) {
        try (Socket connection = listener.accept()) {
            script.play(connection);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

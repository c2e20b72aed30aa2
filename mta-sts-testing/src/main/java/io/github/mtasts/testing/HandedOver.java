package io.github.mtasts.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Stands where a listening socket is expected, and gives out connections that were accepted elsewhere. */
final class HandedOver extends ServerSocket {

    private final BlockingQueue<Socket> queue = new LinkedBlockingQueue<>();
    private final Socket end = new Socket();

    HandedOver() throws IOException {}

    void add(Socket connection) {
        queue.add(connection);
    }

    @Override
    public Socket accept() throws IOException {
        try {
            Socket connection = queue.take();
            if (connection == end) {
                throw new SocketException("closed");
            }
            return connection;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new SocketException("closed");
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            waiting.close();
        }
        queue.add(end);
    }

    @Override
    public void setReuseAddress(boolean on) {}

    @Override
    public void bind(SocketAddress endpoint, int backlog) {}

    @Override
    public int getLocalPort() {
        return 443;
    }
}

package io.github.mtasts.service.http;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.operation.CutOff;
import io.github.mtasts.service.problem.ProblemKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a server. Those that wait for a whole request header are closed when it takes too long, or when there is no
 * room for another: whoever has waited longest goes first, so that new clients are always answered.
 */
final class Connections extends Handler.Wrapper implements Connection.Listener {

    /** How often {@link #sweep} is to be called. */
    static final long SWEEP_MS = 5_000;

    /** A header that has begun before one sweep is closed at the second after it: 10 s later at the latest. */
    private static final int SWEEPS = 2;

    private static final byte[] TIMEOUT = timeout();

    private final Limits limits;
    private final Consumer<CutOff> cutOff;

    /** The addresses of all that are open. */
    private final Map<Connection, InetAddress> open = new HashMap<>();

    private final Map<InetAddress, Integer> ofAddress = new HashMap<>();

    /** Those without a request, longest first. */
    private final Map<Connection, Waiting> waiting = new LinkedHashMap<>();

    Connections(Handler handler, Limits limits, Consumer<CutOff> cutOff) {
        super(handler);
        this.limits = limits;
        this.cutOff = cutOff;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        works(connection);
        Request.addCompletionListener(request, error -> waits(connection));
        return super.handle(request, response, callback);
    }

    @Override
    public void onOpened(Connection connection) {
        InetAddress address = ((InetSocketAddress) connection.getEndPoint().getRemoteSocketAddress()).getAddress();
        Optional<Connection> surplus;
        CutOff reason;
        synchronized (this) {
            open.put(connection, address);
            int count = ofAddress.merge(address, 1, Integer::sum);
            waits(connection);
            boolean isOfAddress =
                    count > limits.anAddress() && !limits.isShared().test(address);
            reason = isOfAddress ? CutOff.ADDRESS_CONNECTIONS : CutOff.ALL_CONNECTIONS;
            surplus = isOfAddress || open.size() > limits.connections()
                    ? waiting.keySet().stream()
                            .filter(each -> !isOfAddress || address.equals(open.get(each)))
                            .findFirst()
                    : Optional.empty();
        }
        surplus.ifPresent(each -> cut(each, reason));
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        @Nullable InetAddress address = open.remove(connection);
        waiting.remove(connection);
        if (address != null) {
            ofAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Closes the connections whose header has begun, and has not become whole for too long. */
    void sweep() {
        slow().forEach(connection -> {
            sayTimeout(connection.getEndPoint());
            cut(connection, CutOff.SLOW_HEADER);
        });
    }

    private synchronized List<Connection> slow() {
        return waiting.entrySet().stream()
                .filter(each -> each.getValue().isSlow(each.getKey().getBytesIn()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized void works(Connection connection) {
        waiting.remove(connection);
    }

    private synchronized void waits(Connection connection) {
        if (open.containsKey(connection)) {
            waiting.put(connection, new Waiting(connection.getBytesIn()));
        }
    }

    private void cut(Connection connection, CutOff reason) {
        cutOff.accept(reason);
        connection.getEndPoint().close();
    }

    private static byte[] timeout() {
        String problem =
                Json.write(Problems.of(ProblemKind.REQUEST_TIMEOUT).problem().toMap());
        return ("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nCache-Control: no-store\r\n"
                        + "X-Content-Type-Options: nosniff\r\nContent-Type: " + Problems.MEDIA_TYPE
                        + "\r\nContent-Length: " + problem.length() + "\r\n\r\n" + problem)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Only to a connection that still waits for octets, so that nobody else writes to it. */
    private static void sayTimeout(EndPoint endPoint) {
        try {
            if (endPoint instanceof AbstractEndPoint waiting
                    && waiting.getFillInterest().isInterested()) {
                endPoint.flush(ByteBuffer.wrap(TIMEOUT));
            }
        } catch (IOException gone) {
            endPoint.close();
        }
    }

    /** Since when a connection has waited, in octets and in sweeps. */
    private static final class Waiting {

        private final long before;
        private int sweeps;

        Waiting(long before) {
            this.before = before;
        }

        boolean isSlow(long octets) {
            return octets > before && ++sweeps > SWEEPS;
        }
    }
}

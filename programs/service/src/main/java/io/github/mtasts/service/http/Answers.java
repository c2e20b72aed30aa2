package io.github.mtasts.service.http;

import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.check.Shares;
import io.github.mtasts.service.operation.CutOff;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Bounds what answers hold while they wait for clients that read slowly: octets, in all and for each client, and time. */
final class Answers extends Handler.Wrapper {

    /** An answer has this time, and more for what a client with this many octets a second needs. */
    static final long LONGEST_MS = 60_000;

    private static final int OCTETS_A_MS = 8;

    /** About what a connection's own buffers hold. */
    private static final int BUFFERS = 16 << 10;

    private final Shares unread;
    private final Consumer<CutOff> cutOff;

    Answers(Handler handler, long unread, Consumer<CutOff> cutOff) {
        super(handler);
        this.unread = new Shares(unread);
        this.cutOff = cutOff;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Counted(request, response), callback);
    }

    private static String client(Request request) {
        return request.getAttribute(RequestLine.CLIENT) instanceof Client client
                ? client.name()
                : ((InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress())
                        .getAddress()
                        .getHostAddress();
    }

    private final class Counted extends Response.Wrapper {

        Counted(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            if (content == null || !content.hasRemaining()) {
                super.write(last, content, callback);
                return;
            }
            int octets = content.remaining();
            String client = client(getRequest());
            if (!unread.take(client, octets + BUFFERS)) {
                cut(CutOff.UNREAD_ANSWERS);
                callback.failed(new IOException("too many answers wait to be read"));
                return;
            }
            if (last && !isCommitted()) {
                getHeaders().put(HttpHeader.CONTENT_LENGTH, octets);
            }
            Scheduler.Task deadline = getRequest()
                    .getComponents()
                    .getScheduler()
                    .schedule(() -> cut(CutOff.SLOW_READER), LONGEST_MS + octets / OCTETS_A_MS, TimeUnit.MILLISECONDS);
            Callback done = Callback.from(
                    () -> {
                        deadline.cancel();
                        unread.giveBack(client, octets + BUFFERS);
                    },
                    callback);
            new Slices(getWrapped(), last, content, done).iterate();
        }

        private void cut(CutOff reason) {
            cutOff.accept(reason);
            getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
        }
    }
}

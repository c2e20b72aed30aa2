package io.github.mtasts.service.http;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Counts the octets of an answer's content that left for the client: after compression, and not those that were cut off. */
final class SentOctets extends Handler.Wrapper {

    SentOctets(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        AtomicLong sent = new AtomicLong();
        request.setAttribute(RequestLine.SENT, sent);
        request.addHttpStreamWrapper(stream -> new Counting(stream, sent));
        return super.handle(request, response, callback);
    }

    /** Writing takes octets out of the buffer, so what remains in it when that fails was not sent. */
    static final class Counting extends HttpStream.Wrapper {

        private final AtomicLong sent;

        Counting(HttpStream stream, AtomicLong sent) {
            super(stream);
            this.sent = sent;
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.@Nullable Response response,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            if (content == null || HttpMethod.HEAD.is(request.getMethod())) {
                super.send(request, response, last, content, callback);
                return;
            }
            int octets = content.remaining();
            super.send(request, response, last, content, new Callback.Nested(callback) {
                @Override
                public void succeeded() {
                    sent.addAndGet(octets);
                    super.succeeded();
                }

                @Override
                public void failed(Throwable broken) {
                    sent.addAndGet(octets - content.remaining());
                    super.failed(broken);
                }
            });
        }
    }
}

package io.github.mtasts.service.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer until it is whole, and then sends it without a thread: whoever reads slowly keeps none of them from
 * others.
 */
final class WholeAnswers extends Handler.Wrapper {

    private final Predicate<Request> isStream;

    /** Streams are left as they are. */
    WholeAnswers(Predicate<Request> isStream) {
        this.isStream = isStream;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isStream.test(request)) {
            return super.handle(request, response, callback);
        }
        Kept kept = new Kept(request, response);
        return super.handle(request, kept, Callback.from(() -> kept.send(callback), callback::failed));
    }

    /** An answer that is being written. */
    private static final class Kept extends Response.Wrapper {

        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

        Kept(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            if (content != null) {
                byte[] some = BufferUtil.toArray(content);
                octets.write(some, 0, some.length);
                BufferUtil.clear(content);
            }
            callback.succeeded();
        }

        void send(Callback callback) {
            super.write(true, ByteBuffer.wrap(octets.toByteArray()), callback);
        }
    }
}

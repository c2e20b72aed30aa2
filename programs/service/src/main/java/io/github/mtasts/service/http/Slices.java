package io.github.mtasts.service.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** Writes a large answer slice by slice: the JVM copies all of what it is given, each time when the client takes some of it. */
final class Slices extends IteratingCallback {

    private static final int SLICE = 32 << 10;

    private final Content.Sink sink;
    private final boolean isLast;
    private final ByteBuffer rest;
    private final Callback done;

    /** Of the content, which is the last or not. */
    Slices(Content.Sink sink, boolean isLast, ByteBuffer content, Callback done) {
        this.sink = sink;
        this.isLast = isLast;
        this.rest = content.slice();
        this.done = done;
        content.position(content.limit());
    }

    @Override
    protected Action process() {
        if (!rest.hasRemaining()) {
            return Action.SUCCEEDED;
        }
        ByteBuffer slice = rest.slice(rest.position(), Math.min(SLICE, rest.remaining()));
        rest.position(rest.position() + slice.remaining());
        sink.write(isLast && !rest.hasRemaining(), slice, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        done.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        done.failed(cause);
    }
}

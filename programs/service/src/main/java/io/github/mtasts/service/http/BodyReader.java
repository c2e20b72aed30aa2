package io.github.mtasts.service.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Takes in a body as it comes: whoever sends it slowly keeps no thread, and whoever sends too much no memory. */
final class BodyReader implements ReadListener {

    private static final int AT_ONCE = 8192;

    /** So much of a body that is too large is still taken in, because few clients read an answer before they have sent all. */
    static final int DISCARDED = 16 << 20;

    private final ServletInputStream in;
    private final int limit;
    private final RuntimeException tooLarge;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private int discarded;

    private BodyReader(ServletInputStream in, int limit, RuntimeException tooLarge) {
        this.in = in;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    /** Of a request that is asynchronous already; completes with {@code tooLarge} when there is more than the limit. */
    static CompletableFuture<byte[]> read(ServletInputStream in, int limit, RuntimeException tooLarge) {
        BodyReader reader = new BodyReader(in, limit, tooLarge);
        in.setReadListener(reader);
        return reader.body;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] some = new byte[AT_ONCE];
        while (!body.isDone() && in.isReady()) {
            int count = in.read(some);
            if (count < 0) {
                return;
            }
            take(some, count);
        }
    }

    private void take(byte[] some, int count) {
        if (discarded == 0 && octets.size() + count <= limit) {
            octets.write(some, 0, count);
            return;
        }
        octets.reset();
        discarded += count;
        if (discarded > DISCARDED) {
            body.completeExceptionally(tooLarge);
        }
    }

    @Override
    public void onAllDataRead() {
        if (discarded > 0) {
            body.completeExceptionally(tooLarge);
        } else {
            body.complete(octets.toByteArray());
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }
}

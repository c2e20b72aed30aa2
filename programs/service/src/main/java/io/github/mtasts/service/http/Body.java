package io.github.mtasts.service.http;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Takes in a body as it comes: slow senders hold no thread, and bodies that are too large no memory. */
public final class Body {

    /** No larger body is accepted by any endpoint. */
    static final int MAX = 256 << 10;

    /** So much of a body that is too large is still taken in, because few clients read an answer before they have sent all. */
    private static final int DISCARDED = 16 << 20;

    /** Until the last octet; a client that sends one now and then does not keep its place for longer. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Request request;
    private final int limit;
    private final ProblemException tooLarge;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private int discarded;

    private Body(Request request, int limit, ProblemException tooLarge) {
        this.request = request;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    /**
     * All of it, once it is there.
     *
     * @param limit in octets
     * @param rule a sentence that says how large it may be
     * @return completes on the server's threads: with a problem (413) when it is larger, a timeout when it takes too long
     */
    public static CompletableFuture<byte[]> read(Exchange exchange, int limit, String rule) {
        ProblemException tooLarge = new ProblemException(Problem.of(ProblemKind.CONTENT_TOO_LARGE, rule));
        Request request = exchange.request();
        if (request.getLength() > limit && request.getHeaders().contains(HttpHeader.EXPECT)) {
            return CompletableFuture.failedFuture(tooLarge);
        }
        Body reader = new Body(request, limit, tooLarge);
        reader.read();
        if (!reader.body.isDone()) {
            reader.limitTime();
        }
        return reader.body;
    }

    static boolean isPresent(Exchange exchange) {
        return exchange.request().getLength() > 0 || exchange.headers().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** In lower case, without parameters; empty when there is none. */
    public static String mediaType(Exchange exchange) {
        @Nullable String given = exchange.header("Content-Type");
        return given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** A problem when the body is compressed, or of none of these media types, the first of which is recommended. */
    static void requireType(Exchange exchange, String... mediaTypes) {
        String given = mediaType(exchange);
        if (exchange.headers().contains(HttpHeader.CONTENT_ENCODING)) {
            throw unsupported("The body is encoded. Send it without Content-Encoding.");
        }
        if (!List.of(mediaTypes).contains(given)) {
            throw unsupported(given, mediaTypes[0]);
        }
    }

    private void limitTime() {
        Scheduler.Task late = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> request.getComponents()
                                .getExecutor()
                                .execute(() -> body.completeExceptionally(new TimeoutException("the body"))),
                        LONGEST);
        body.whenComplete((octets, error) -> late.cancel());
    }

    private void read() {
        while (!body.isDone()) {
            Content.@Nullable Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this::read);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                body.completeExceptionally(chunk.getFailure());
                return;
            }
            take(BufferUtil.toArray(chunk.getByteBuffer()));
            chunk.release();
            if (chunk.isLast()) {
                end();
            }
        }
    }

    private void take(byte[] some) {
        if (discarded == 0 && octets.size() + some.length <= limit) {
            octets.write(some, 0, some.length);
            return;
        }
        octets.reset();
        discarded += some.length;
        if (discarded > DISCARDED) {
            body.completeExceptionally(tooLarge);
        }
    }

    private void end() {
        if (discarded > 0) {
            body.completeExceptionally(tooLarge);
        } else {
            body.complete(octets.toByteArray());
        }
    }

    static ProblemException unsupported(String given, String recommended) {
        return unsupported(
                (given.isEmpty() ? "The body has no media type." : "The body is \"" + RemoteText.escape(given) + "\".")
                        + " Send it with Content-Type: " + recommended + ".");
    }

    private static ProblemException unsupported(String detail) {
        return new ProblemException(Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, detail));
    }
}

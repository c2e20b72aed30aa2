package io.github.mtasts.service.http;

import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.check.Checks;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/security/mta-sts/batch}: a line a domain, in the order in which the checks end. */
final class BatchRoute implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRoute.class);

    /** Enough for a thousand domains that all time out; then its place is for others. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Checks checks;
    private final Access access;
    private final Supplier<CompletableFuture<Void>> deadline;
    private final BatchSlots slots = new BatchSlots();

    BatchRoute(Checks checks, Access access) {
        this(checks, access, () -> new CompletableFuture<Void>()
                .completeOnTimeout(null, LONGEST.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** With what completes when an answer has taken too long. */
    BatchRoute(Checks checks, Access access, Supplier<CompletableFuture<Void>> deadline) {
        this.checks = checks;
        this.access = access;
        this.deadline = deadline;
    }

    @Override
    public void handle(Context context) throws IOException {
        Client client = Attributes.client(context);
        slots.take(client);
        CompletableFuture<Void> tooLong = deadline.get();
        Connection connection = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection();
        tooLong.thenRun(() -> connection.getEndPoint().close());
        try {
            BatchRequest request = BatchRequest.of(context);
            access.charge(client, request.inputs().size());
            answer(context, new BatchRun(request.inputs(), domain -> checks.check(domain, request.fresh())));
        } finally {
            tooLong.cancel(false);
            slots.giveBack(client);
        }
    }

    /** Past Javalin's own stream, which compresses and so holds lines back. */
    private static void answer(Context context, BatchRun run) {
        context.contentType("application/x-ndjson").header("X-Accel-Buffering", "no");
        if (context.protocol().equals("HTTP/1.1")) { // else a connection that ends is an answer that ends
            context.header("Transfer-Encoding", "chunked");
        }
        try {
            context.res().flushBuffer();
            run.writeTo(context.res().getOutputStream());
        } catch (IOException gone) {
            BrokenOff.mark(context.req());
        } catch (InterruptedException stopping) {
            BrokenOff.mark(context.req());
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("a batch broke off: {}", Bug.describe(bug));
            BrokenOff.mark(context.req());
        }
    }
}

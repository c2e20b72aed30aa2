package io.github.mtasts.service.http;

import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.check.Checks;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** {@code POST /v1/security/mta-sts/batch}: one line per domain, in the order in which the checks end, or a CSV file. */
final class BatchRoute implements Endpoint {

    /** Enough for a thousand domains that all time out; after that the slot is freed. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Checks checks;
    private final Access access;
    private final Supplier<CompletableFuture<Void>> deadline;
    private final BatchSlots slots = new BatchSlots();

    BatchRoute(Checks checks, Access access) {
        this(
                checks,
                access,
                () -> new CompletableFuture<Void>().completeOnTimeout(null, LONGEST.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** With what completes when an answer has taken too long. */
    BatchRoute(Checks checks, Access access, Supplier<CompletableFuture<Void>> deadline) {
        this.checks = checks;
        this.access = access;
        this.deadline = deadline;
    }

    @Override
    public void answer(Exchange exchange) {
        Client client = exchange.client();
        slots.take(client);
        CompletableFuture<Void> tooLong = deadline.get();
        tooLong.thenRun(exchange::cutOff);
        requested(exchange)
                .thenComposeAsync(request -> answer(exchange, request, tooLong), exchange.threads())
                .whenComplete((done, error) -> {
                    tooLong.cancel(false);
                    slots.giveBack(client);
                    if (error != null) {
                        exchange.fail(error);
                    }
                });
    }

    private static CompletableFuture<BatchRequest> requested(Exchange exchange) {
        try {
            return BatchRequest.of(exchange);
        } catch (RuntimeException | Error refused) { // whatever it is, the slot is given back
            return CompletableFuture.failedFuture(refused);
        }
    }

    private CompletableFuture<Void> answer(Exchange exchange, BatchRequest request, CompletableFuture<Void> tooLong) {
        Client client = exchange.client();
        exchange.charge(access, request.inputs().size());
        exchange.put("X-Accel-Buffering", "no");
        BatchRun run = new BatchRun(
                request.inputs(), domain -> checks.check(client.name(), domain, request.fresh()), exchange.threads());
        if (ReportCsv.isWanted(exchange, "application/x-ndjson")) {
            return answerWithCsv(exchange, run, tooLong);
        }
        return exchange.stream("application/x-ndjson", out -> {
            CompletableFuture<Void> writing = run.writeTo(out);
            tooLong.thenRun(() -> writing.cancel(true));
            return writing;
        });
    }

    /** Sent when it is whole, and so with its length: whoever has the file has all rows. */
    private static CompletableFuture<Void> answerWithCsv(
            Exchange exchange, BatchRun run, CompletableFuture<Void> tooLong) {
        exchange.waitLong();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CompletableFuture<Void> writing = run.writeCsvTo(file);
        tooLong.thenRun(() -> writing.cancel(true));
        return writing.thenRun(() -> exchange.send(200, ReportCsv.CONTENT_TYPE, file.toByteArray()));
    }
}

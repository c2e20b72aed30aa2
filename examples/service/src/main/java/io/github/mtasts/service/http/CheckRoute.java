package io.github.mtasts.service.http;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.Checks;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** {@code GET} and {@code POST /v1/security/mta-sts}: the report of one domain. */
final class CheckRoute implements Handler {

    private final Checks checks;
    private final Access access;

    CheckRoute(Checks checks, Access access) {
        this.checks = checks;
        this.access = access;
    }

    @Override
    public void handle(Context context) throws IOException {
        CheckRequest request = CheckRequest.of(context);
        access.charge(Attributes.client(context), 1);
        CompletableFuture<MtaStsReport> report = checks.check(request.domain(), request.fresh());
        context.future(() -> report.thenAcceptAsync(
                done -> {
                    Attributes.report(context, done);
                    Answer.json(context, 200, done.toMap());
                },
                Attributes.threads(context)));
    }
}

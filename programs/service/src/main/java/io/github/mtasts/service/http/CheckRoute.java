package io.github.mtasts.service.http;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.Checks;
import io.javalin.http.Context;
import io.javalin.http.Handler;
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
    public void handle(Context context) {
        context.future(() -> CheckRequest.of(context)
                .thenCompose(request -> check(context, request))
                .thenAcceptAsync(report -> answer(context, report), Attributes.threads(context)));
    }

    private CompletableFuture<MtaStsReport> check(Context context, CheckRequest request) {
        access.charge(Attributes.client(context), 1);
        return checks.check(request.domain(), request.fresh());
    }

    private static void answer(Context context, MtaStsReport report) {
        Attributes.report(context, report);
        Answer.json(context, 200, report.toMap());
    }
}

package io.github.mtasts.service.http;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.service.access.Client;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.Objects;
import java.util.concurrent.Executor;

/** What is known of a request on its way. */
public final class Attributes {

    static final String ROUTE = "mta-sts.route";
    static final String CLIENT = "mta-sts.client";
    static final String REPORT = "mta-sts.report";
    private static final String THREADS = "mta-sts.threads";

    private Attributes() {}

    public static void client(Context context, Client client) {
        context.attribute(CLIENT, client);
    }

    static Client client(Context context) {
        return Objects.requireNonNull(context.<Client>attribute(CLIENT), CLIENT);
    }

    static void report(Context context, MtaStsReport report) {
        context.attribute(REPORT, report);
    }

    static void route(Context context) {
        Endpoint matched = context.endpoints().matchedHttpEndpoint();
        context.attribute(ROUTE, matched == null ? "none" : matched.path);
    }

    static void threads(Context context, Executor threads) {
        context.attribute(THREADS, threads);
    }

    /** Where answers are written, so that a client that reads slowly keeps no thread of the checker. */
    public static Executor threads(Context context) {
        return Objects.requireNonNull(context.<Executor>attribute(THREADS), THREADS);
    }
}

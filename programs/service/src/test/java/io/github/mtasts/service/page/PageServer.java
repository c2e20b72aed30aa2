package io.github.mtasts.service.page;

import io.github.mtasts.service.json.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;

/** The page over an API that answers as the test says. */
final class PageServer implements AutoCloseable {

    private final Javalin javalin;
    private volatile Handler api = context -> context.status(500);

    PageServer() {
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.jetty.host = "127.0.0.1";
                    new Page().addTo(config);
                    config.routes.get("/v1/security/mta-sts", context -> api.handle(context));
                })
                .start(0);
    }

    void api(Handler handler) {
        api = handler;
    }

    String url() {
        return "http://127.0.0.1:" + javalin.port();
    }

    static void report(Context context, Map<String, ?> report) {
        context.contentType("application/json").result(Json.octets(report));
    }

    static void problem(Context context, int status, String title, String detail) {
        context.status(status)
                .contentType("application/problem+json")
                .result(Json.octets(Map.of("title", title, "status", status, "detail", detail)));
    }

    @Override
    public void close() {
        javalin.stop();
    }
}

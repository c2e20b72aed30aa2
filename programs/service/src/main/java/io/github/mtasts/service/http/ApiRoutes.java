package io.github.mtasts.service.http;

import io.github.mtasts.TextKind;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.Checks;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.time.Clock;

/** Every path of the API; {@code openapi.json} describes the same ones. */
public final class ApiRoutes implements Routes {

    static final String BATCH = "/v1/security/mta-sts/batch";
    private static final String CHECK = "/v1/security/mta-sts";

    private final Checks checks;
    private final Access access;
    private final Clock clock;

    /** Over the checks, for those who may ask; the clock is for fresh record ids. */
    public ApiRoutes(Checks checks, Access access, Clock clock) {
        this.checks = checks;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinConfig config) {
        Handler check = new CheckRoute(checks, access);
        get(config, CHECK, check);
        config.routes.post(CHECK, check);
        config.routes.post(BATCH, new BatchRoute(checks, access));
        config.routes.post("/v1/lint/record", new LintRoute(TextKind.RECORD, clock));
        config.routes.post("/v1/lint/policy", new LintRoute(TextKind.POLICY, clock));
        config.routes.post("/v1/lint/tlsrpt", new LintRoute(TextKind.TLS_RPT, clock));
        get(config, "/v1/issues", new IssuesRoute());
        get(config, "/v1/issues/{code}", new IssueRoute());
        get(config, "/openapi.json", new OpenApiRoute());
    }

    /** {@code HEAD} goes the same way, so that it has the same status and headers. */
    private static void get(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }
}

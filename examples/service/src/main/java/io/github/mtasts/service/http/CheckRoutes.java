package io.github.mtasts.service.http;

import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.Checks;
import io.javalin.config.JavalinConfig;

/** The reports of domains. */
public final class CheckRoutes implements Routes {

    private static final String CHECK = "/v1/security/mta-sts";

    private final Checks checks;
    private final Access access;

    /** Over the checks, for those who may ask. */
    public CheckRoutes(Checks checks, Access access) {
        this.checks = checks;
        this.access = access;
    }

    @Override
    public void addTo(JavalinConfig config) {
        CheckRoute check = new CheckRoute(checks, access);
        config.routes.get(CHECK, check);
        config.routes.post(CHECK, check);
    }
}

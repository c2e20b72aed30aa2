package io.github.mtasts.service.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** For those who restart it and those who send it requests: whether it lives, and whether it should be asked. */
public final class HealthRoutes implements Routes {

    private final Supplier<Optional<String>> reason;

    /** Over what says why it should not be asked at present; empty when all is well. */
    public HealthRoutes(Supplier<Optional<String>> reason) {
        this.reason = reason;
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.get("/health/live", context -> Answer.json(context, 200, Map.of("status", "UP")));
        config.routes.get("/health/ready", this::ready);
    }

    private void ready(Context context) {
        Optional<String> why = reason.get();
        if (why.isPresent()) {
            Answer.json(context, 503, Map.of("status", "DOWN", "reason", why.get()));
        } else {
            Answer.json(context, 200, Map.of("status", "UP"));
        }
    }
}

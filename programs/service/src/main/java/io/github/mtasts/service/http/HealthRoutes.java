package io.github.mtasts.service.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** For process supervisors and load balancers: whether it lives, and whether it should receive requests. */
public final class HealthRoutes implements Routes {

    private final Supplier<Optional<String>> reason;

    /** Over the reason why it should not receive requests at present; empty when all is well. */
    public HealthRoutes(Supplier<Optional<String>> reason) {
        this.reason = reason;
    }

    @Override
    public void addTo(Router router) {
        router.get("/health/live", exchange -> exchange.json(200, Map.of("status", "UP")));
        router.get("/health/ready", this::ready);
    }

    private void ready(Exchange exchange) {
        reason.get()
                .ifPresentOrElse(
                        why -> exchange.json(503, Map.of("status", "DOWN", "reason", why)),
                        () -> exchange.json(200, Map.of("status", "UP")));
    }
}

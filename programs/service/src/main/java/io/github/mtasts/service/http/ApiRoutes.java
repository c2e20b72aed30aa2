package io.github.mtasts.service.http;

import io.github.mtasts.TextKind;
import io.github.mtasts.http.OkHttpPublicSuffixes;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.kept.KeptReports;
import io.github.mtasts.service.kept.Seal;
import io.github.mtasts.spi.PublicSuffixes;
import java.time.Clock;
import java.util.Optional;

/** Every path of the API; {@code openapi.json} describes the same ones. */
public final class ApiRoutes implements Routes {

    static final String BATCH = "/v1/security/mta-sts/batch";
    private static final String CHECK = "/v1/security/mta-sts";

    private final Checks checks;
    private final Access access;
    private final Clock clock;
    private final PublicSuffixes suffixes = new OkHttpPublicSuffixes();
    private final KeptReports kept;

    /** Over the checks, for clients that are admitted; the clock is for fresh record ids. */
    public ApiRoutes(Checks checks, Access access, Clock clock, KeptReports kept) {
        this.checks = checks;
        this.access = access;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public void addTo(Router router) {
        Seal seal = new Seal();
        KeepRoute keep = new KeepRoute(kept, seal, access);
        Endpoint check = admitted(new CheckRoute(checks, access, kept.isOn() ? Optional.of(seal) : Optional.empty()));
        router.get(CHECK, check);
        router.post(CHECK, check);
        router.post(BATCH, admitted(new BatchRoute(checks, access)));
        router.post(KeepRoute.PATH, admitted(keep::keep));
        router.get(KeepRoute.PATH + "/{code}", keep::show);
        router.post("/v1/lint/record", admitted(new LintRoute(TextKind.RECORD, clock, suffixes)));
        router.post("/v1/lint/policy", admitted(new LintRoute(TextKind.POLICY, clock, suffixes)));
        router.post("/v1/lint/tlsrpt", admitted(new LintRoute(TextKind.TLS_RPT, clock, suffixes)));
        router.get("/v1/texts", admitted(new TextsRoute(clock, suffixes)));
        router.get("/v1/issues", admitted(Catalogue.issues().all()));
        router.get("/v1/issues/{code}", admitted(Catalogue.issues()::one));
        router.get("/v1/advice", admitted(Catalogue.advice().all()));
        router.get("/v1/advice/{code}", admitted(Catalogue.advice()::one));
        router.get("/openapi.json", Document.json(OpenApi.description()));
    }

    private Endpoint admitted(Endpoint endpoint) {
        return exchange -> {
            exchange.client(access.admit(exchange.headers(), exchange.peer()));
            endpoint.answer(exchange);
        };
    }
}

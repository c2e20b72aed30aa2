package io.github.mtasts.service.http;

import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;

/**
 * What a request asks to have checked.
 *
 * @param domain as it was given; a name that can be a domain's
 * @param fresh whether to look anew although somebody has just looked
 */
record CheckRequest(String domain, boolean fresh) {

    static final String FRESH = "fresh";

    /** Out of the query, and of the form where there is one; a problem says what is wrong. */
    static CompletableFuture<CheckRequest> of(Context context) {
        return Parameters.ofQueryAndForm(context)
                .thenApply(parameters -> new CheckRequest(
                        DomainParameter.of(parameters.all(DomainParameter.NAME)), parameters.isTrue(FRESH)));
    }
}

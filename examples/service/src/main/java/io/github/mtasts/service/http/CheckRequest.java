package io.github.mtasts.service.http;

import io.javalin.http.Context;
import java.io.IOException;

/**
 * What a request asks to have checked.
 *
 * @param domain as it was given; a name that can be a domain's
 * @param fresh whether to look anew although somebody has just looked
 */
record CheckRequest(String domain, boolean fresh) {

    static final String FRESH = "fresh";

    /** Out of the query, and of the form where there is one; a problem says what is wrong. */
    static CheckRequest of(Context context) throws IOException {
        Parameters parameters = Parameters.ofQueryAndForm(context);
        return new CheckRequest(DomainParameter.of(parameters.all(DomainParameter.NAME)), parameters.isTrue(FRESH));
    }
}

package io.github.mtasts.service.http;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a request asks to have checked.
 *
 * @param domain as it was given; a name that can be a domain's
 * @param fresh whether to look anew although somebody has just looked
 */
record CheckRequest(String domain, boolean fresh) {

    private static final String FRESH = "fresh";

    /** Out of the query, and of the form where there is one; a problem says what is wrong. */
    static CheckRequest of(Context context) {
        List<String> domains = new ArrayList<>(context.queryParams(DomainParameter.NAME));
        List<String> fresh = new ArrayList<>(context.queryParams(FRESH));
        if (Body.isPresent(context)) {
            Body.require(context, "application/x-www-form-urlencoded");
            domains.addAll(context.formParams(DomainParameter.NAME));
            fresh.addAll(context.formParams(FRESH));
        }
        return new CheckRequest(DomainParameter.of(domains), isFresh(fresh));
    }

    private static boolean isFresh(List<String> values) {
        String value = values.isEmpty() ? "false" : values.get(0).toLowerCase(Locale.ROOT);
        if (values.size() > 1 || !List.of("true", "false").contains(value)) {
            throw new ProblemException(
                    Problem.of(400, "Bad parameter", "The parameter fresh is true or false, and stands once."));
        }
        return value.equals("true");
    }
}

package io.github.mtasts.service.http;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.util.UrlEncoded;

/** What the query of a request says, and its form where there is one. */
final class Parameters {

    private static final int MAX_FORM = 8192;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters() {}

    static Parameters ofQuery(Context context) {
        Parameters parameters = new Parameters();
        String query = context.queryString();
        parameters.read("query", query == null ? "" : query);
        return parameters;
    }

    /** Completes once the form is there, or with a problem. */
    static CompletableFuture<Parameters> ofQueryAndForm(Context context) {
        Parameters parameters = ofQuery(context);
        if (!Body.isPresent(context)) {
            return CompletableFuture.completedFuture(parameters);
        }
        Body.requireType(context, FORM);
        return Body.read(context, MAX_FORM, "A form for one check has at most " + MAX_FORM + " octets.")
                .thenApply(form -> {
                    parameters.read("form", new String(form, StandardCharsets.UTF_8));
                    return parameters;
                });
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** False unless it is said. */
    boolean isTrue(String name) {
        List<String> given = all(name);
        String value = given.isEmpty() ? "false" : given.get(0).toLowerCase(Locale.ROOT);
        if (given.size() > 1 || !List.of("true", "false").contains(value)) {
            throw refused("The parameter " + name + " is true or false, and stands once.");
        }
        return value.equals("true");
    }

    private void read(String where, String encoded) {
        try {
            UrlEncoded.decodeUtf8To(encoded, 0, encoded.length(), this::put, false, false, false);
        } catch (IllegalArgumentException malformed) {
            throw refused(
                    "The " + where + " is not percent-encoded UTF-8: each % is followed by two hexadecimal digits,"
                            + " and a % itself is written %25.");
        }
    }

    private boolean put(String name, String value) {
        return values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(400, "Bad parameter", detail));
    }
}

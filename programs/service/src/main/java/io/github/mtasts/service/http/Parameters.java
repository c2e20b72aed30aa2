package io.github.mtasts.service.http;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
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

    /** The parameter that asks for a new check even if a recent report is cached. */
    static final String FRESH = "fresh";

    private static final int MAX_FORM = 8192;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters() {}

    static Parameters ofQuery(Exchange exchange) {
        Parameters parameters = new Parameters();
        parameters.read("query", exchange.query());
        return parameters;
    }

    /** Completes once the form is there, or with a problem. */
    static CompletableFuture<Parameters> ofQueryAndForm(Exchange exchange) {
        Parameters parameters = ofQuery(exchange);
        if (!Body.isPresent(exchange)) {
            return CompletableFuture.completedFuture(parameters);
        }
        Body.requireType(exchange, FORM);
        return Body.read(exchange, MAX_FORM, "The form must not exceed " + MAX_FORM + " octets.")
                .thenApply(form -> {
                    parameters.read("form", new String(form, StandardCharsets.UTF_8));
                    return parameters;
                });
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The value of a parameter that is not repeated. */
    String one(String name, String otherwise) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw refused("The parameter " + name + " must not be repeated.");
        }
        return given.isEmpty() ? otherwise : given.get(0).strip();
    }

    /** False by default. */
    boolean isTrue(String name) {
        List<String> given = all(name);
        String value = given.isEmpty() ? "false" : given.get(0).toLowerCase(Locale.ROOT);
        if (given.size() > 1 || !List.of("true", "false").contains(value)) {
            throw refused("The parameter " + name + " must be true or false, and must not be repeated.");
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

    /** A problem with a parameter. */
    static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(ProblemKind.BAD_PARAMETER, detail));
    }
}

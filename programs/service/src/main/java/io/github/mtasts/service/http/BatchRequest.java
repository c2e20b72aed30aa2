package io.github.mtasts.service.http;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.Json;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Many domains to check.
 *
 * @param inputs as they were given; the check judges whether each can be a domain
 * @param fresh whether to check again even if a recent report is cached
 */
record BatchRequest(List<String> inputs, boolean fresh) {

    static final int MAX_DOMAINS = 1000;
    private static final String TEXT = "text/plain";
    private static final String DOMAINS = "domains";

    /** Once it is there; a problem says what is wrong with it. */
    static CompletableFuture<BatchRequest> of(Exchange exchange) {
        boolean fresh = Parameters.ofQuery(exchange).isTrue(Parameters.FRESH);
        Body.requireType(exchange, "application/json", TEXT);
        boolean lines = Body.mediaType(exchange).equals(TEXT);
        return Body.read(exchange, Body.MAX, "A batch must not exceed 256 KiB.")
                .thenApply(body -> new BatchRequest(counted(lines ? ofLines(body) : ofJson(body)), fresh));
    }

    private static List<String> counted(List<String> inputs) {
        if (inputs.isEmpty() || inputs.size() > MAX_DOMAINS) {
            throw refused("The batch has " + inputs.size() + " domains; it must have 1 to " + MAX_DOMAINS + ".");
        }
        return inputs;
    }

    /** A list as the command line reads it: blank lines and lines that begin with # are left out. */
    private static List<String> ofLines(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> ofJson(byte[] body) {
        Map<String, Object> request = object(body);
        if (!request.keySet().equals(Set.of(DOMAINS))) {
            throw refused("The only member of the object must be " + DOMAINS + "; it has "
                    + RemoteText.list(List.copyOf(request.keySet())) + ".");
        }
        if (!(request.get(DOMAINS) instanceof List<?> domains)) {
            throw refused("domains is not an array. Write it as {\"domains\": [\"example.org\", \"example.net\"]}.");
        }
        List<String> inputs = new ArrayList<>();
        for (Object domain : domains) {
            if (!(domain instanceof String text)) {
                throw refused("domains[" + inputs.size() + "] is not a string.");
            }
            inputs.add(text);
        }
        return inputs;
    }

    private static Map<String, Object> object(byte[] body) {
        try {
            return Json.readObject(body);
        } catch (IllegalArgumentException malformed) {
            @Nullable
            TokenStreamLocation place =
                    malformed.getCause() instanceof JacksonException cause ? cause.getLocation() : null;
            throw refused("The body is not one JSON object (RFC 8259)"
                    + (place == null
                            ? "."
                            : "; see line " + place.getLineNr() + ", column " + place.getColumnNr() + "."));
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(ProblemKind.BAD_BATCH, detail));
    }
}

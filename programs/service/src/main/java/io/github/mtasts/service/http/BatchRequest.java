package io.github.mtasts.service.http;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.json.Json;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Many domains to have checked.
 *
 * @param inputs as they were given; whether each can be a domain is for the check to say
 * @param fresh whether to look anew although somebody has just looked
 */
record BatchRequest(List<String> inputs, boolean fresh) {

    static final int MAX_DOMAINS = 1000;
    private static final String TEXT = "text/plain";
    private static final String DOMAINS = "domains";

    /** The thread waits for the body, as it will for whoever reads the answer. */
    static BatchRequest of(Context context) throws IOException {
        boolean fresh = Parameters.ofQuery(context).isTrue(CheckRequest.FRESH);
        Body.requireType(context, "application/json", TEXT);
        byte[] body = Body.await(context, Body.MAX, "A batch has at most 256 KiB.");
        List<String> inputs = Body.mediaType(context).equals(TEXT) ? ofLines(body) : ofJson(body);
        if (inputs.isEmpty() || inputs.size() > MAX_DOMAINS) {
            throw refused("There are " + inputs.size() + " domains in the batch, and 1 to " + MAX_DOMAINS
                    + " can be checked at once.");
        }
        return new BatchRequest(inputs, fresh);
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
            throw refused("The members of the object are " + RemoteText.list(List.copyOf(request.keySet()))
                    + ", and must be " + DOMAINS + " alone.");
        }
        if (!(request.get(DOMAINS) instanceof List<?> domains)) {
            throw refused("domains is no array. Write it as {\"domains\": [\"example.org\", \"example.net\"]}.");
        }
        List<String> inputs = new ArrayList<>();
        for (Object domain : domains) {
            if (!(domain instanceof String text)) {
                throw refused("domains[" + inputs.size() + "] is no string.");
            }
            inputs.add(text);
        }
        return inputs;
    }

    private static Map<String, Object> object(byte[] body) {
        try {
            return Json.readObject(body);
        } catch (IllegalArgumentException nothing) {
            throw refused("The body is null, and no JSON object (RFC 8259).");
        } catch (JacksonException malformed) {
            TokenStreamLocation place = malformed.getLocation();
            throw refused("The body is not one JSON object (RFC 8259)"
                    + (place == null
                            ? "."
                            : "; see line " + place.getLineNr() + ", column " + place.getColumnNr() + "."));
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(400, "Bad batch", detail));
    }
}

package io.github.mtasts.tlsrpt;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A block of {@code report.vectors}: a report as some reporter writes it.
 *
 * @param reason why reports are like this
 * @param nearMiss the code of the deviation that it resembles and does not have
 * @param changes pointers and JSON texts; an empty text removes the member
 * @param valid whether the report can be used
 * @param same whether it reads as without the changes
 * @param deviations as {@link #deviation} writes them
 */
record Quirk(
        String reason,
        Optional<DeviationCode> nearMiss,
        Map<String, String> changes,
        boolean valid,
        boolean same,
        List<String> deviations) {

    private static final String NEAR_MISS = "near miss ";
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Quirk> all() {
        List<Quirk> all = new ArrayList<>();
        for (String block : resource("report.vectors").split("\n--- ", -1)) {
            if (!block.startsWith("#")) {
                all.add(of(block.strip().lines().toList()));
            }
        }
        return all;
    }

    static String deviation(Deviation deviation) {
        return deviation.code() + ": " + deviation;
    }

    boolean expects(DeviationCode code) {
        return deviations.stream().anyMatch(line -> line.startsWith(code + ": "));
    }

    private static Quirk of(List<String> lines) {
        Map<String, String> changes = new LinkedHashMap<>();
        int at = 1;
        while (lines.get(at).startsWith("/")) {
            String line = lines.get(at++);
            int colon = line.indexOf(':');
            changes.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        String verdict = lines.get(at++);
        if (!verdict.matches("(in)?valid( same)?")) {
            throw new IllegalStateException(lines.get(0) + ": no verdict: " + verdict);
        }
        return new Quirk(
                lines.get(0),
                nearMiss(lines.get(0)),
                changes,
                verdict.startsWith("valid"),
                verdict.endsWith("same"),
                lines.subList(at, lines.size()));
    }

    private static Optional<DeviationCode> nearMiss(String reason) {
        return reason.startsWith(NEAR_MISS)
                ? Optional.of(DeviationCode.valueOf(reason.substring(NEAR_MISS.length(), reason.indexOf(':'))))
                : Optional.empty();
    }

    /** {@code report.json} with the changes. */
    Map<?, ?> report() {
        try {
            JsonNode report = JSON.readTree(resource("report.json"));
            for (Map.Entry<String, String> change : changes.entrySet()) {
                change(report, JsonPointer.compile(change.getKey()), change.getValue());
            }
            return JSON.readValue(JSON.treeAsTokens(report), Map.class);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void change(JsonNode report, JsonPointer pointer, String json) throws IOException {
        JsonNode parent = report.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(name);
            if (index < array.size()) {
                array.set(index, JSON.readTree(json));
            } else {
                array.add(JSON.readTree(json));
            }
        } else if (json.isEmpty()) {
            Objects.requireNonNull(((ObjectNode) parent).remove(name), pointer.toString());
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(json));
        }
    }

    static String resource(String name) {
        try (InputStream input = Objects.requireNonNull(Quirk.class.getResourceAsStream(name), name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public String toString() {
        return reason;
    }
}

package io.github.mtasts.service.mcp;

import io.github.mtasts.service.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The JSON schemas of what the tools take and give. Each stands alone: it brings the definitions that it refers to. */
final class Schemas {

    private static final String DEFINITIONS = "$defs";
    private static final String REFERENCE = "#/$defs/";

    private final Map<String, Object> all = read();

    Map<String, Object> input(String tool) {
        return complete(member(member(all, tool), "input"));
    }

    Map<String, Object> output(String tool) {
        return complete(member(member(all, tool), "output"));
    }

    private Map<String, Object> complete(Map<String, Object> schema) {
        Map<String, Object> used = new LinkedHashMap<>();
        collect(schema, used);
        Map<String, Object> complete = new LinkedHashMap<>(schema);
        if (!used.isEmpty()) {
            complete.put(DEFINITIONS, used);
        }
        return complete;
    }

    private void collect(Object part, Map<String, Object> used) {
        if (part instanceof Map<?, ?> map) {
            map.values().forEach(value -> collect(value, used));
        } else if (part instanceof List<?> list) {
            list.forEach(value -> collect(value, used));
        } else if (part instanceof String text && text.startsWith(REFERENCE)) {
            String name = text.substring(REFERENCE.length());
            if (!used.containsKey(name)) {
                Map<String, Object> definition = member(member(all, DEFINITIONS), name);
                used.put(name, definition);
                collect(definition, used);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> map, String name) {
        return (Map<String, Object>) Objects.requireNonNull(map.get(name), name);
    }

    private static Map<String, Object> read() {
        try (InputStream file = Schemas.class.getResourceAsStream("schemas.json")) {
            return Json.readObject(Objects.requireNonNull(file, "schemas.json").readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}

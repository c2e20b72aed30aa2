package io.github.mtasts.service.mcp;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.http.OpenApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON schemas of what the tools take and give: those of the API, each with the definitions that it refers to. */
final class Schemas {

    private static final String DEFINED = "#/components/schemas/";
    private static final String HERE = "#/$defs/";

    private final Map<String, Object> tools = read();
    private final Map<String, Object> components = member(member(OpenApi.description(), "components"), "schemas");

    Map<String, Object> input(String tool) {
        return complete(member(member(tools, tool), "input"));
    }

    Map<String, Object> output(String tool) {
        return complete(member(member(tools, tool), "output"));
    }

    private Map<String, Object> complete(Map<String, Object> schema) {
        Object reference = schema.get("$ref");
        Map<String, Object> used = new LinkedHashMap<>();
        Map<String, Object> complete = copy(
                reference instanceof String text ? member(components, text.substring(DEFINED.length())) : schema, used);
        if (!used.isEmpty()) {
            complete.put("$defs", used);
        }
        return complete;
    }

    /** Without examples, which would cost a model more than they are worth. */
    private Map<String, Object> copy(Map<?, ?> schema, Map<String, Object> used) {
        Map<String, Object> copy = new LinkedHashMap<>();
        schema.forEach((name, value) -> {
            if (!"examples".equals(name)) {
                copy.put((String) name, part(value, used));
            }
        });
        return copy;
    }

    private @Nullable Object part(@Nullable Object part, Map<String, Object> used) {
        if (part instanceof Map<?, ?> map) {
            return copy(map, used);
        }
        if (part instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(each -> part(each, used)).toList());
        }
        if (part instanceof String text && text.startsWith(DEFINED)) {
            String name = text.substring(DEFINED.length());
            if (!used.containsKey(name)) {
                used.put(name, Map.of());
                used.put(name, copy(member(components, name), used));
            }
            return HERE + name;
        }
        return part;
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

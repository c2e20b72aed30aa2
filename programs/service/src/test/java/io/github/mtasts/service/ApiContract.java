package io.github.mtasts.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.github.mtasts.kit.Json;
import io.github.mtasts.service.http.OpenApi;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers of the service against its own description, {@code openapi.json}. */
public final class ApiContract {

    private static final String HOME = "https://service.example/openapi.json";
    private static final String TEXT = Json.write(OpenApi.description());
    private static final JsonNode API = JsonMapper.shared().readTree(TEXT);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemas(Map.of(HOME, TEXT))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private ApiContract() {}

    /** The whole description. */
    public static JsonNode api() {
        return API;
    }

    /** Fails unless the answer is one that the description declares for this method and path. */
    static void check(String method, String path, ApiAnswer answer) {
        Optional<String> item = item(path);
        if (item.isPresent() && answer.status() != 405) {
            String operation = item.get() + "/" + (method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT));
            declared(method, follow(operation + "/responses/" + answer.status()), answer);
        }
        if (item.isPresent() || path.startsWith("/v1/")) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isNotEmpty();
            if (answer.status() >= 400 && !isItsOwn(path, answer)) {
                problem(method, answer);
            }
        }
    }

    /** Errors of JSON-RPC and of health checks, which programs expect in another form. */
    private static boolean isItsOwn(String path, ApiAnswer answer) {
        return answer.header("Content-Type").equals("application/json")
                && (path.equals("/mcp") || path.startsWith("/health/"));
    }

    /** Fails unless the JSON is as a schema of the description has it. */
    public static void validate(String schemaPointer, String json) {
        SchemaLocation place = SchemaLocation.of(HOME + "#" + schemaPointer);
        assertThat(SCHEMAS.getSchema(place).validate(json, InputFormat.JSON))
                .as("%s as %s has it", json, schemaPointer)
                .isEmpty();
    }

    private static void declared(String method, String response, ApiAnswer answer) {
        assertThat(API.at(response).isObject())
                .as("a description of %s", response)
                .isTrue();
        API.at(response).path("headers").properties().forEach(header -> header(response, header, answer));
        JsonNode content = API.at(response).path("content");
        if (method.equals("HEAD") || content.isMissingNode()) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String mediaType = answer.header("Content-Type").split(";", 2)[0];
        assertThat(content.propertyNames()).contains(mediaType);
        String schema = follow(response + "/content/" + escaped(mediaType) + "/schema");
        if (mediaType.equals("application/x-ndjson")) {
            assertThat(answer.body()).endsWith("\n");
            answer.body().lines().forEach(line -> validate(schema + "/contentSchema", line));
        } else if (mediaType.equals("text/csv")) {
            validate(schema, JsonMapper.shared().writeValueAsString(answer.body()));
        } else {
            validate(schema, answer.body());
        }
    }

    private static void header(String response, Map.Entry<String, JsonNode> header, ApiAnswer answer) {
        Optional<String> value = answer.headers().firstValue(header.getKey());
        if (header.getValue().path("required").asBoolean()) {
            assertThat(value).as(header.getKey()).isPresent();
        }
        value.ifPresent(text -> validate(
                follow(response + "/headers/" + escaped(header.getKey())) + "/schema",
                JsonMapper.shared().writeValueAsString(text)));
    }

    private static void problem(String method, ApiAnswer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        if (!method.equals("HEAD")) {
            validate("/components/schemas/Problem", answer.body());
            assertThat(answer.json()).containsEntry("status", answer.status());
        }
        if (answer.status() == 405) {
            assertThat(answer.header("Allow")).isNotEmpty();
        }
    }

    private static Optional<String> item(String path) {
        return API.path("paths").propertyNames().stream()
                .filter(template -> matches(template.split("/", -1), path.split("/", -1)))
                .findFirst()
                .map(template -> "/paths/" + escaped(template));
    }

    private static boolean matches(String[] template, String[] path) {
        boolean matches = template.length == path.length;
        for (int i = 0; matches && i < path.length; i++) {
            matches = template[i].startsWith("{") ? !path[i].isEmpty() : template[i].equals(path[i]);
        }
        return matches;
    }

    private static String follow(String pointer) {
        JsonNode reference = API.at(pointer).path("$ref");
        return reference.isString() ? reference.asString().substring(1) : pointer;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

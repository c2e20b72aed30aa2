package io.github.mtasts.service.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plain maps and lists as JSON in UTF-8. Characters that do not show stand as escapes, so none can steer a terminal. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** One line, without a line feed. */
    public static String write(Object value) {
        return io.github.mtasts.kit.Json.visible(MAPPER.writeValueAsString(value));
    }

    /** The octets of {@link #write}. */
    public static byte[] octets(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an object.
     *
     * @throws tools.jackson.core.JacksonException when it is none
     * @throws IllegalArgumentException when it is null, which is JSON as well
     */
    public static Map<String, Object> readObject(byte[] octets) {
        Map<String, Object> object = MAPPER.readValue(octets, new TypeReference<@Nullable Map<String, Object>>() {});
        if (object == null) {
            throw new IllegalArgumentException("the JSON is null");
        }
        return object;
    }
}

package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plain maps and lists as JSON. What a domain publishes stands in it as it is, so characters that do not show are escaped. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Json() {}

    /** One line, without a line feed; nothing in it can steer a terminal. */
    public static String write(Object value) {
        return visible(MAPPER.writeValueAsString(value));
    }

    /** The octets of {@link #write}. */
    public static byte[] octets(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one JSON object in UTF-8, with or without a byte order mark.
     *
     * @throws IllegalArgumentException says in a clause that begins with "it" why it is not one
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> readObject(byte[] octets) {
        if (read(octets) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException("it is not a JSON object");
    }

    /**
     * Reads one JSON text of any type in UTF-8, with or without a byte order mark.
     *
     * @return a map, a list, a string, a number, a boolean or null
     * @throws IllegalArgumentException says in a clause that begins with "it" why it is not one
     */
    public static @Nullable Object read(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            if (text.startsWith(BYTE_ORDER_MARK)) {
                text = text.substring(1);
            }
            if (text.isBlank()) {
                throw new IllegalArgumentException("it is empty");
            }
            return MAPPER.readValue(text, Object.class);
        } catch (CharacterCodingException cause) {
            throw new IllegalArgumentException("it is not valid UTF-8", cause);
        } catch (JacksonException cause) {
            String column = cause instanceof StreamReadException && cause.getLocation() != null
                    ? " (column " + cause.getLocation().getColumnNr() + ")"
                    : "";
            throw new IllegalArgumentException(why(cause) + column, cause);
        }
    }

    /** Why a text cannot be read, in a clause that begins with "it". */
    public static String why(JacksonException cause) {
        if (cause instanceof StreamConstraintsException) {
            return "it is nested too deeply, or a part of it is too long";
        }
        if (cause instanceof DatabindException) {
            return "it is not one JSON object";
        }
        return cause.getOriginalMessage().startsWith("Duplicate")
                ? "it has the same name twice in an object"
                : "it is not JSON";
    }

    /** The same JSON, in which characters that do not show (controls, bidi, zero-width) are escaped. */
    public static String visible(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); ) {
            int codePoint = json.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (codePoint < 0x7F || RemoteText.escape(codePoint).codePointAt(0) == codePoint) {
                out.appendCodePoint(codePoint);
            } else {
                for (int i = at; i < next; i++) {
                    out.append(String.format("\\u%04x", (int) json.charAt(i)));
                }
            }
            at = next;
        }
        return out.toString();
    }
}

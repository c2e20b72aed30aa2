package io.github.mtasts.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.JsonText;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, in UTF-8. */
final class JsonLines {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});

    private JsonLines() {}

    /** The object and a line feed. Characters that do not show stand as escapes, so none can steer a terminal. */
    static String write(Map<String, ?> object) {
        try {
            return JsonText.visible(MAPPER.writeValueAsString(object)) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("plain maps and lists can be written", impossible);
        }
    }

    /** Reads a line, one character an octet; {@link IllegalArgumentException} says why it is no JSON object. */
    static Map<String, Object> read(String line) {
        if (line.isBlank()) {
            throw new IllegalArgumentException("it is empty");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            Map<String, @Nullable Object> object = READER.readValue(text);
            if (object == null) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            return object;
        } catch (CharacterCodingException cause) {
            throw new IllegalArgumentException("it is not valid UTF-8", cause);
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(RemoteText.escape(cause.getOriginalMessage()), cause);
        }
    }
}

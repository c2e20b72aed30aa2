package io.github.mtasts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.json.MapReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of advice, with the exact text to publish where there is one.
 *
 * @param code what kind of advice
 * @param message what to do, in a sentence or two; remote text in it is escaped and bounded
 * @param where the URL of the policy, or the owner name of the record: the last alias of a TXT record behind a CNAME, the
 *     domain for its MX records; empty where there is nothing to publish or to correct
 * @param publish the whole TXT data or the whole policy file, never a part; empty where the advice has no text
 */
public record Recommendation(Advice code, String message, Optional<String> where, Optional<String> publish) {

    /** The same with a further sentence, which begins with a blank; as it is where the sentence is empty. */
    Recommendation and(String sentence) {
        return new Recommendation(code, message + sentence, where, publish);
    }

    /**
     * The advice for a JSON library.
     *
     * @return {@code code, message, where, publish}; null where there is none
     */
    @JsonValue
    @SuppressWarnings("exports") // annotations are for tools
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("message", message);
        map.put("where", where.orElse(null));
        map.put("publish", publish.orElse(null));
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote. Missing keys are null, unknown keys are ignored.
     *
     * @param map as a JSON library reads it
     * @return the advice; what does not show in the message is escaped
     * @throws IllegalArgumentException when the map is not advice; the message names the path
     */
    @JsonCreator
    @SuppressWarnings("exports") // annotations are for tools
    public static Recommendation fromMap(Map<?, ?> map) {
        MapReader reader = new MapReader(map);
        return new Recommendation(
                reader.required("code", (advice, key) -> advice.constant(key, Advice.class)),
                RemoteText.printable(reader.required("message", MapReader::text)),
                reader.text("where"),
                reader.text("publish"));
    }
}

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
 * An MX host, and how the policy covers it.
 *
 * @param host its name as it stands in the DNS; the domain itself where there is no MX record
 * @param preference of the MX record; empty where there is none
 * @param coveredBy the first pattern that matches the host, as written; empty when none does, or without a valid policy
 */
public record MxCoverage(String host, Optional<Integer> preference, Optional<String> coveredBy) {

    /**
     * The host for a JSON library.
     *
     * @return {@code host, preference, covered_by}; null where there is none
     */
    @JsonValue
    @SuppressWarnings("exports") // annotations are for tools
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("host", host);
        map.put("preference", preference.orElse(null));
        map.put("covered_by", coveredBy.orElse(null));
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote. Missing keys are null, unknown keys are ignored.
     *
     * @param map as a JSON library reads it
     * @return the host
     * @throws IllegalArgumentException when the map is not such a host; the message names the path
     */
    @JsonCreator
    @SuppressWarnings("exports") // annotations are for tools
    public static MxCoverage fromMap(Map<?, ?> map) {
        MapReader reader = new MapReader(map);
        return new MxCoverage(
                reader.required("host", MapReader::text), reader.integer("preference"), reader.text("covered_by"));
    }

    /** Host and pattern, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(host)
                + coveredBy.map(by -> " covered by " + RemoteText.escape(by)).orElse("");
    }
}

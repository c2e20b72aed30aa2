package io.github.mtasts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks into a map as a JSON library writes it. */
final class MapView {

    private MapView() {}

    /** The object at a key. */
    static Map<String, @Nullable Object> object(Map<?, ?> map, String key) {
        return copy(Objects.requireNonNull(map.get(key)));
    }

    /** The first object of the list at a key. */
    static Map<String, @Nullable Object> first(Map<?, ?> map, String key) {
        return copy(((List<?>) Objects.requireNonNull(map.get(key))).get(0));
    }

    private static Map<String, @Nullable Object> copy(Object map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }
}

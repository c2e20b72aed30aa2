package io.github.mtasts.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value from a JSON library, read with its path, so that an error names the place. A missing value is null. */
public final class MapReader {

    private static final int LONGEST_SHOWN = 40;

    private final String path;
    private final @Nullable Object value;

    /**
     * The whole map.
     *
     * @param map as a JSON library reads it
     */
    public MapReader(Map<?, ?> map) {
        this("", Objects.requireNonNull(map, "map"));
    }

    private MapReader(String path, @Nullable Object value) {
        this.path = path;
        this.value = value;
    }

    /**
     * What is wrong at a key.
     *
     * @param key a constant; empty for the value itself
     * @param what goes on behind the path; remote text in it must be escaped
     * @return to be thrown
     */
    public IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(at(key) + " " + what);
    }

    /** {@return the same value, which must be a map} */
    public MapReader asMap() {
        map();
        return this;
    }

    /** {@return the value itself, a string} */
    public String asText() {
        return itself(String.class, "a string");
    }

    /**
     * The value itself, a map, as another reader of maps reads it.
     *
     * @param <T> what it gives
     * @param reader its exceptions begin with a path within the map
     * @return what it gave
     */
    public <T> T as(Function<Map<?, ?>, T> reader) {
        Map<?, ?> map = map();
        try {
            return reader.apply(map);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(path + "." + wrong.getMessage(), wrong);
        }
    }

    /**
     * The value itself, a list.
     *
     * @param <T> what an element gives
     * @param element reads one
     * @return in the list's order
     */
    public <T> List<T> elements(Function<MapReader, T> element) {
        List<?> list = itself(List.class, "a list");
        List<T> read = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            read.add(element.apply(new MapReader(path + "[" + i + "]", list.get(i))));
        }
        return read;
    }

    /** {@return whether the map has a key, be its value null} */
    public boolean has(String key) {
        return map().containsKey(key);
    }

    /** {@return whether the map has this value at a key; numbers are compared by their values} */
    public boolean has(String key, @Nullable Object wanted) {
        return equal(map().get(key), wanted);
    }

    /** {@return whatever is at a key; empty when it is missing} */
    public Optional<MapReader> item(String key) {
        return Optional.ofNullable(map().get(key)).map(child -> new MapReader(at(key), child));
    }

    /** {@return the map at a key; an empty one when it is missing} */
    public MapReader child(String key) {
        return optionalChild(key).orElseGet(() -> new MapReader(at(key), Map.of()));
    }

    /** {@return the map at a key} */
    public Optional<MapReader> optionalChild(String key) {
        return item(key).map(MapReader::asMap);
    }

    /**
     * Every map in this one, by its key; keys that are not strings are unknown keys.
     *
     * @param <T> what a map gives
     * @param child reads one
     * @return in their order
     */
    public <T> Map<String, T> children(Function<MapReader, T> child) {
        Map<String, T> children = new LinkedHashMap<>();
        for (Object key : map().keySet()) {
            if (key instanceof String name) {
                optionalChild(name).map(child).ifPresent(value -> children.put(name, value));
            }
        }
        return children;
    }

    /**
     * A value that must be there.
     *
     * @param <T> its type
     * @param key where
     * @param reader such as {@code MapReader::text}
     * @return the value
     */
    public <T> T required(String key, BiFunction<MapReader, String, Optional<T>> reader) {
        return reader.apply(this, key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** {@return the string at a key} */
    public Optional<String> text(String key) {
        return item(key).map(MapReader::asText);
    }

    /** {@return the boolean at a key} */
    public Optional<Boolean> flag(String key) {
        return item(key).map(child -> child.itself(Boolean.class, "a boolean"));
    }

    /** {@return the 32-bit integer at a key} */
    public Optional<Integer> integer(String key) {
        return item(key).map(child -> child.itself(Number.class, "a number")).map(number -> {
            if (number.doubleValue() != number.intValue()) {
                throw wrong(key, "is not a 32-bit integer");
            }
            return number.intValue();
        });
    }

    /** {@return the integer at a key, which is not below the least} */
    public Optional<Integer> atLeast(int least, String key) {
        return integer(key).map(number -> {
            if (number < least) {
                throw wrong(key, least == 0 ? "is negative" : "is less than " + least);
            }
            return number;
        });
    }

    /** {@return the time in seconds at a key, zero or more} */
    public Optional<Duration> seconds(String key) {
        return atLeast(0, key).map(Duration::ofSeconds);
    }

    /** {@return the instant at a key} */
    public Optional<Instant> instant(String key) {
        return text(key).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException noInstant) {
                throw wrong(key, "is not an instant such as 2026-11-23T12:00:00Z" + shown(text));
            }
        });
    }

    /** {@return the constant whose name is at a key} */
    public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
        return known(
                key,
                name -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst());
    }

    /**
     * What is known by the string at a key.
     *
     * @param <T> what it gives
     * @param key where
     * @param lookup empty for a string that is unknown, which is wrong
     * @return what was looked up
     */
    public <T> Optional<T> known(String key, Function<String, Optional<T>> lookup) {
        return text(key).map(name -> lookup.apply(name).orElseThrow(() -> wrong(key, "is unknown" + shown(name))));
    }

    /** {@return the strings at a key; none when it is missing} */
    public List<String> texts(String key) {
        return list(key, MapReader::asText);
    }

    /**
     * The list at a key.
     *
     * @param <T> what an element gives
     * @param key where
     * @param element reads one
     * @return in the list's order; empty when it is missing
     */
    public <T> List<T> list(String key, Function<MapReader, T> element) {
        return item(key).map(list -> list.elements(element)).orElse(List.of());
    }

    private Map<?, ?> map() {
        return itself(Map.class, "a map");
    }

    private <T> T itself(Class<T> type, String name) {
        if (!type.isInstance(value)) {
            throw wrong("", "is not " + name);
        }
        return type.cast(value);
    }

    private String at(String key) {
        return path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
    }

    private static boolean equal(@Nullable Object given, @Nullable Object wanted) {
        if (given instanceof Number number && wanted instanceof Number other) {
            return number.doubleValue() == other.doubleValue();
        }
        return Objects.equals(given, wanted);
    }

    /** A wrong word, for people; what is long or could steer a terminal is left out. */
    private static String shown(String word) {
        boolean plain = word.length() <= LONGEST_SHOWN && word.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain ? ": " + word : "";
    }
}

package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.Octets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value from a JSON library, read with its path, so that an error names the place. */
final class MapReader {

    private final String path;
    private final @Nullable Object value;

    MapReader(String path, @Nullable Object value) {
        this.path = path;
        this.value = value;
    }

    IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(RemoteText.escape(at(key)) + " " + what);
    }

    /** The same value, which must be a map. */
    MapReader asMap() {
        map();
        return this;
    }

    /** The map at a key; an empty one when it is missing. */
    MapReader child(String key) {
        return optionalChild(key).orElseGet(() -> new MapReader(at(key), Map.of()));
    }

    Optional<MapReader> optionalChild(String key) {
        return Optional.ofNullable(map().get(key)).map(child -> new MapReader(at(key), child).asMap());
    }

    Optional<String> text(String key) {
        return read(key, String.class, "a string");
    }

    Optional<Octets> octets(String key) {
        return Optional.ofNullable(map().get(key)).map(child -> new MapReader(at(key), child).octets());
    }

    /** The value itself, a string. */
    private Octets octets() {
        String text = itself(String.class, "a string");
        try {
            return Octets.ofLatin1(text);
        } catch (IllegalArgumentException wide) {
            throw wrong("", "has a character above U+00FF; each character must stand for one octet");
        }
    }

    boolean flag(String key) {
        return read(key, Boolean.class, "a boolean").orElse(false);
    }

    Optional<Integer> integer(String key) {
        return read(key, Number.class, "a number").map(number -> {
            if (number.doubleValue() != number.intValue()) {
                throw wrong(key, "is not a 32-bit integer");
            }
            return number.intValue();
        });
    }

    /** A time in seconds, zero or more. */
    Optional<Duration> seconds(String key) {
        return integer(key).map(seconds -> {
            if (seconds < 0) {
                throw wrong(key, "is negative");
            }
            return Duration.ofSeconds(seconds);
        });
    }

    Optional<Instant> instant(String key) {
        return text(key).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException noInstant) {
                throw wrong(key, "is not an instant such as 2026-11-23T12:00:00Z: " + RemoteText.escape(text));
            }
        });
    }

    <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
        return text(key).map(name -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(name)) {
                    return constant;
                }
            }
            throw wrong(key, "is unknown: " + RemoteText.escape(name));
        });
    }

    List<String> texts(String key) {
        return list(key, item -> item.itself(String.class, "a string"));
    }

    <T> List<T> list(String key, Function<MapReader, T> element) {
        return read(key, List.class, "a list")
                .map(list -> new MapReader(at(key), list).elements(element))
                .orElse(List.of());
    }

    /** The value itself, a list of strings. */
    List<Octets> octetStrings() {
        return elements(MapReader::octets);
    }

    private <T> List<T> elements(Function<MapReader, T> element) {
        List<?> list = itself(List.class, "a list");
        List<T> read = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            read.add(element.apply(new MapReader(path + "[" + i + "]", list.get(i))));
        }
        return read;
    }

    private Map<?, ?> map() {
        return itself(Map.class, "a map");
    }

    private <T> Optional<T> read(String key, Class<T> type, String name) {
        return Optional.ofNullable(map().get(key)).map(child -> new MapReader(at(key), child).itself(type, name));
    }

    private <T> T itself(Class<T> type, String name) {
        if (!type.isInstance(value)) {
            throw wrong("", "is not " + name);
        }
        return type.cast(value);
    }

    private String at(String key) {
        return path.isEmpty() ? (key.isEmpty() ? "the evidence" : key) : key.isEmpty() ? path : path + "." + key;
    }
}

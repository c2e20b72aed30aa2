package io.github.mtasts.spring;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Reads the values of properties. Spring Boot prints what is wrong as a description and an action, not as a stack trace. */
final class Values {

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

    private Values() {}

    static Duration timeout(String property, Duration value) {
        if (value.compareTo(SHORTEST_TIMEOUT) < 0 || value.compareTo(LONGEST_TIMEOUT) > 0) {
            throw wrong(property, value, "A timeout is 1ms to 1d, such as 30s.");
        }
        return value;
    }

    static Duration interval(String property, Duration value) {
        if (value.compareTo(SHORTEST_INTERVAL) < 0) {
            throw wrong(property, value, "The interval is at least 1m, such as 15m.");
        }
        return value;
    }

    /** The {@link IllegalArgumentException} of the reader says what is wrong with a value. */
    static <T> List<T> list(String property, List<String> values, Function<String, T> reader) {
        return values.stream().map(value -> read(property, value, reader)).toList();
    }

    private static <T> T read(String property, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException error) {
            throw wrong(property, value, String.valueOf(error.getMessage()));
        }
    }

    private static InvalidConfigurationPropertyValueException wrong(String property, Object value, String reason) {
        return new InvalidConfigurationPropertyValueException(property, value, reason);
    }
}

package io.github.mtasts.kit;

import io.github.mtasts.http.AddressRange;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options; each says in one sentence what is wrong with a value. */
public final class Converters {

    private static final int LONGEST = 3600;

    private Converters() {}

    /** {@code ADDRESS[:PORT]} of a name server. */
    public static final class Resolver implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String text) {
            return converted(text, ServerAddress::ofResolver);
        }
    }

    /** {@code ADDRESS:PORT} to listen on. */
    public static final class Listen implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String text) {
            return converted(text, ServerAddress::toListen);
        }
    }

    /** A CIDR block or an address. */
    public static final class Range implements ITypeConverter<AddressRange> {
        @Override
        public AddressRange convert(String text) {
            return converted(text, AddressRange::parse);
        }
    }

    /** Seconds, 1 to 3600. */
    public static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return converted(text, digits -> {
                if (!digits.matches("\\d+")) {
                    throw new IllegalArgumentException(digits + " is not a whole number of seconds");
                }
                if (!digits.matches("\\d{1,4}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > LONGEST) {
                    throw new IllegalArgumentException("seconds out of range (1 to " + LONGEST + "): " + digits);
                }
                return Duration.ofSeconds(Integer.parseInt(digits));
            });
        }
    }

    /** A constant of an enum, by its name in any case; completed in lower case. */
    public abstract static class Choice<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

        private final Class<E> choices;

        /** Among all constants. */
        protected Choice(Class<E> choices) {
            this.choices = choices;
        }

        @Override
        public E convert(String text) {
            return Arrays.stream(choices.getEnumConstants())
                    .filter(choice -> choice.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is not one of " + String.join(", ", this)));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(choices.getEnumConstants())
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }

    private static <T> T converted(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException cause) {
            throw (TypeConversionException)
                    new TypeConversionException(String.valueOf(cause.getMessage())).initCause(cause);
        }
    }
}

package io.github.mtasts.service;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of the service's own options are read; each says in a sentence what is wrong with a value. */
final class ServiceConverters {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]");

    private ServiceConverters() {}

    /** How many a minute. */
    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 1_000_000);
        }
    }

    /** How many at once. */
    static final class Concurrency implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 10_000);
        }
    }

    /** A name, or an address, by which clients reach the service. */
    static final class Host implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!HOST.matcher(text).matches()) {
                throw new TypeConversionException(text
                        + " is no host: write its name alone, such as check.example.org, without https:// and port");
            }
            return text.toLowerCase(Locale.ROOT);
        }
    }

    private static int number(String text, int most) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new TypeConversionException(text + " is no number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}

package io.github.mtasts.service.http;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What a client would like to have (RFC 9110, section 12.5.1). */
final class Accept {

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Of the headers of a request; without this one, nothing is preferred. */
    static Accept of(HttpFields headers) {
        return new Accept(headers.getValuesList(HttpHeader.ACCEPT).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(Range::of)
                .toList());
    }

    /** Whether it would rather have one media type than another. */
    boolean prefers(String mediaType, String other) {
        return quality(mediaType).compareTo(quality(other)) > 0;
    }

    /** Whether it names a media type, and does not merely have a wildcard for it. */
    boolean names(String mediaType) {
        return ranges.stream().anyMatch(range -> range.name().equals(mediaType));
    }

    private BigDecimal quality(String mediaType) {
        return Stream.of(mediaType, mediaType.substring(0, mediaType.indexOf('/')) + "/*", "*/*")
                .flatMap(name -> ranges.stream().filter(range -> range.name().equals(name)))
                .findFirst()
                .map(Range::quality)
                .orElse(BigDecimal.ZERO);
    }

    /**
     * Media types of one name.
     *
     * @param quality from 0, not at all, to 1
     */
    private record Range(String name, BigDecimal quality) {

        static Range of(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
            return new Range(
                    parts[0].strip(),
                    Arrays.stream(parts)
                            .skip(1)
                            .map(String::strip)
                            .filter(parameter -> parameter.startsWith("q="))
                            .findFirst()
                            .map(parameter -> number(parameter.substring("q=".length())))
                            .orElse(BigDecimal.ONE));
        }

        /** What is not a number from 0 to 1 is 0. */
        private static BigDecimal number(String text) {
            boolean isWeight = !text.isEmpty()
                    && text.length() <= "0.000".length()
                    && "01".indexOf(text.charAt(0)) >= 0
                    && (text.length() == 1 || text.charAt(1) == '.')
                    && text.chars().skip(2).allMatch(c -> c >= '0' && c <= '9');
            return isWeight ? new BigDecimal(text).min(BigDecimal.ONE) : BigDecimal.ZERO;
        }
    }
}

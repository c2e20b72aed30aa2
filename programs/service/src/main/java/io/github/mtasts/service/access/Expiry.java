package io.github.mtasts.service.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a key expires, written as its last day or as an instant. The end of a day is the midnight after it (UTC).
 *
 * @param end from when on the key is refused
 */
public record Expiry(Instant end) {

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,4}d");

    /**
     * Reads a date or an instant.
     *
     * @throws DateTimeException when it is neither
     */
    static Expiry parse(String text) {
        return text.indexOf('T') < 0 ? after(LocalDate.parse(text)) : new Expiry(Instant.parse(text));
    }

    /**
     * Reads what an operator writes: a date, an instant, or a number of days such as {@code 90d}.
     *
     * @throws IllegalArgumentException when it is none of them, or has passed
     */
    public static Expiry parse(String text, Instant now) {
        Expiry expiry;
        try {
            expiry = DAYS.matcher(text).matches()
                    ? after(day(now).plusDays(Integer.parseInt(text.substring(0, text.length() - 1))))
                    : parse(text);
        } catch (DateTimeException cause) {
            throw new IllegalArgumentException(
                    "not a date such as 2027-01-31, a time such as 2027-01-31T12:00:00Z, or a number of days such as 90d: "
                            + text,
                    cause);
        }
        if (expiry.isOver(now)) {
            throw new IllegalArgumentException("it has already passed: " + text);
        }
        return expiry;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    /** A date where the end is that of a day, else an instant. */
    String text() {
        return lastDay().map(LocalDate::toString).orElseGet(end::toString);
    }

    /** As part of a sentence. */
    String phrase() {
        return lastDay().map(day -> "at the end of " + day + " (UTC)").orElseGet(() -> "at " + end);
    }

    private Optional<LocalDate> lastDay() {
        LocalDate day = day(end);
        return Optional.of(day.minusDays(1)).filter(last -> after(last).equals(this));
    }

    private static Expiry after(LocalDate day) {
        return new Expiry(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}

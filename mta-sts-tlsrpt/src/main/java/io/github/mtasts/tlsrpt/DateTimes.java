package io.github.mtasts.tlsrpt;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Date-times as RFC 8460, section 4.4 requires them (RFC 3339, section 5.6), and as reporters write them. */
final class DateTimes {

    private static final DateTimeFormatter STRICT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Also with a blank instead of the T, or without seconds, colon in the offset, zone, or time. */
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd")
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .appendPattern("[' ']")
            .appendOptional(offset("+HH:MM"))
            .appendOptional(offset("+HHMM"))
            .appendOptional(offset("+HHmm"))
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST = 50;
    private static final int FEWEST_DIGITS = 10;
    private static final int HOUR = "2026-11-23T".length();
    private static final int SECOND = "2026-11-23T23:59".length();

    private DateTimes() {}

    private static DateTimeFormatter offset(String pattern) {
        return new DateTimeFormatterBuilder().appendOffset(pattern, "Z").toFormatter(Locale.ROOT);
    }

    /** Exactly as in RFC 3339. */
    static Optional<Instant> strict(String text) {
        try {
            return text.length() > LONGEST ? Optional.empty() : inRange(STRICT.parse(text, Instant::from));
        } catch (DateTimeException notConforming) {
            return Optional.empty();
        }
    }

    /**
     * Also in other clear forms: 24:00, a leap second, seconds since 1970. Without a zone it is UTC, and a date alone gets
     * the given time.
     */
    static Optional<Instant> lenient(String text, LocalTime timeOfDate) {
        try {
            return text.length() > LONGEST ? Optional.empty() : inRange(read(text.strip(), timeOfDate));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant read(String text, LocalTime timeOfDate) {
        if (isSeconds(text)) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (text.startsWith("24:00", HOUR)) {
            TemporalAccessor midnight = parsed(replaced(text, HOUR, "00"));
            return instant(midnight, requireTime(LocalTime.MIDNIGHT, LocalTime.from(midnight)))
                    .plus(Duration.ofDays(1));
        }
        if (text.startsWith(":60", SECOND)) {
            Instant before = instant(parsed(replaced(text, SECOND, ":59")), timeOfDate);
            requireTime(
                    LocalTime.of(23, 59, 59),
                    LocalTime.ofInstant(before, ZoneOffset.UTC).withNano(0));
            return before;
        }
        return instant(parsed(text), timeOfDate);
    }

    private static TemporalAccessor parsed(String text) {
        return LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    /** From 2001 on: fewer digits may be a date. */
    private static boolean isSeconds(String text) {
        return text.length() >= FEWEST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String replaced(String text, int at, String part) {
        return text.substring(0, at) + part + text.substring(at + part.length());
    }

    private static LocalTime requireTime(LocalTime wanted, LocalTime time) {
        if (!time.equals(wanted)) {
            throw new DateTimeException("not " + wanted + ": " + time);
        }
        return time;
    }

    private static Instant instant(TemporalAccessor parsed, LocalTime timeOfDate) {
        if (parsed instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        LocalDateTime local = parsed instanceof LocalDateTime time
                ? time
                : LocalDate.from(parsed).atTime(timeOfDate);
        return local.toInstant(ZoneOffset.UTC);
    }

    /** RFC 3339 has years of four digits. */
    private static Optional<Instant> inRange(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= 9999 ? Optional.of(instant) : Optional.empty();
    }
}

package io.github.mtasts.tlsrpt;

import java.time.DateTimeException;
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

    /** Also in other clear forms; without a zone it is UTC, and a date alone gets the given time. */
    static Optional<Instant> lenient(String text, LocalTime timeOfDate) {
        try {
            return text.length() > LONGEST
                    ? Optional.empty()
                    : inRange(instant(
                            LENIENT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from),
                            timeOfDate));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
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

package io.github.mtasts;

import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/** Ids for records to publish, made from the time of the check. */
final class FreshId {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private FreshId() {}

    /** A year has four digits, or it would not be an id. */
    static String of(Optional<Instant> now) {
        return ID.format(time(now));
    }

    /** An id that none of the records has: senders that hold a policy would not see it change. */
    static String besides(List<TxtRecord> records, Optional<Instant> now) {
        Instant at = time(now);
        while (isTaken(ID.format(at), records)) {
            at = at.minusSeconds(1);
        }
        return ID.format(at);
    }

    /** Whether a record has an id of the last minute. */
    static boolean isIn(Octets record, Optional<Instant> now) {
        return LongStream.range(0, 60)
                .mapToObj(ago -> ID.format(time(now).minusSeconds(ago)))
                .anyMatch(record.latin1()::contains);
    }

    private static boolean isTaken(String id, List<TxtRecord> records) {
        return records.stream().anyMatch(record -> record.octets().latin1().contains(id));
    }

    private static Instant time(Optional<Instant> now) {
        return now.filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(YEAR_10000))
                .orElse(Instant.EPOCH);
    }
}

package io.github.mtasts.service.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The day on which each key was last used, in a file beside the key file, since the key file is the operator's: lines {@code
 * sha256:HEX DAY}. The service writes it at most once an hour, and when it stops. Thread-safe.
 */
final class LastUse {

    private static final Logger LOG = LoggerFactory.getLogger(LastUse.class);
    private static final long PAUSE = Duration.ofHours(1).toNanos();
    private static final long MAX_OCTETS = 1 << 20;

    private final Path file;
    private final Ticker ticker;
    private final Clock clock;
    private final Map<String, LocalDate> unwritten = new TreeMap<>();
    private final Map<String, LocalDate> written = new TreeMap<>();
    private long nextWrite;
    private boolean warned;

    /** Beside a key file; nothing is read or written yet. */
    LastUse(Path keys, Ticker ticker, Clock clock) {
        this.file = beside(keys);
        this.ticker = ticker;
        this.clock = clock;
        this.nextWrite = ticker.read();
    }

    private static Path beside(Path keys) {
        return keys.resolveSibling(keys.getFileName() + ".used");
    }

    /** Remembers that a key was used now. */
    synchronized void used(KeyHash key) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(written.get(key.text()))) {
            unwritten.put(key.text(), today);
        }
        if (!unwritten.isEmpty() && ticker.read() - nextWrite >= 0) {
            write();
        }
    }

    /** Writes what is not written yet. */
    synchronized void write() {
        nextWrite = ticker.read() + PAUSE;
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            AtomicFile.edit(file, this::updated);
            written.putAll(unwritten);
            unwritten.clear();
        } catch (IOException | UserError cause) {
            if (!warned) {
                LOG.warn(
                        "The days on which keys were used cannot be written to {}: {}",
                        RemoteText.escape(file.toString()),
                        cause instanceof IOException io ? UserFile.why(io) : cause.getMessage());
            }
            warned = true;
        }
    }

    private String updated(String text) {
        Map<String, LocalDate> days = parse(text);
        unwritten.forEach((key, day) -> days.merge(key, day, (one, other) -> one.isAfter(other) ? one : other));
        return days.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The days that were written for the keys of a file, by hash; empty when there are none, or the file cannot be read. */
    static Map<String, LocalDate> of(Path keys) {
        Path file = beside(keys);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_OCTETS
                    ? parse(Files.readString(file))
                    : Map.of();
        } catch (IOException unreadable) {
            return Map.of();
        }
    }

    /** A line that is none of ours is left out. */
    private static Map<String, LocalDate> parse(String text) {
        Map<String, LocalDate> days = new TreeMap<>();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                day(line.substring(space + 1)).ifPresent(day -> days.put(line.substring(0, space), day));
            }
        });
        return days;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}

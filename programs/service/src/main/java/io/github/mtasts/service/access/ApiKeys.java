package io.github.mtasts.service.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.service.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys as their file has them now: it is examined at most once a second. While it is broken, no key is accepted. */
final class ApiKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final long LOOK = Duration.ofSeconds(1).toNanos();

    private final KeyFile file;
    private final Ticker ticker;
    private final Clock clock;
    private final LastUse lastUse;
    private final AtomicLong looked;
    private volatile Loaded loaded;

    /** What was read, or why nothing could be. */
    private record Loaded(Object version, List<StoredKey> keys, Optional<String> problem) {

        static Loaded of(KeyFile file) {
            return new Loaded(file.version(), file.keys(), Optional.empty());
        }
    }

    /**
     * Reads the file; a {@link UserError} says why that is impossible.
     *
     * @param ticker when to examine the file
     * @param clock when keys expire
     */
    ApiKeys(KeyFile file, Ticker ticker, Clock clock) {
        this.file = file;
        this.ticker = ticker;
        this.clock = clock;
        this.lastUse = file.lastUse(ticker, clock);
        this.looked = new AtomicLong(ticker.read());
        this.loaded = Loaded.of(file);
    }

    /**
     * The name of a key. Takes as long for every text of one length, whatever keys there are.
     *
     * @throws ProblemException 401 when it was a key once: it has expired, or was replaced
     */
    Optional<String> name(String key) {
        KeyHash hash = KeyHash.of(key);
        @Nullable StoredKey found = null;
        for (StoredKey stored : now().keys()) {
            if (stored.hash().matches(hash)) {
                found = stored;
            }
        }
        return Optional.ofNullable(found).map(this::accepted);
    }

    private String accepted(StoredKey key) {
        Instant now = clock.instant();
        if (key.isGone(now)) {
            throw Refusal.keyReplaced();
        }
        if (key.isExpired(now)) {
            throw Refusal.keyExpired(key.terms().expires().orElseThrow().phrase());
        }
        lastUse.used(key.hash());
        return key.name();
    }

    /** Writes what is not written yet of when keys were used. */
    void close() {
        lastUse.write();
    }

    /** The limit that a key has of its own, in checks per minute. */
    Optional<Integer> limit(String name) {
        return loaded.keys().stream()
                .filter(key -> key.name().equals(name) && !key.isReplaced())
                .findFirst()
                .flatMap(key -> key.terms().limit());
    }

    /** Why no key is accepted; empty when all is well. */
    Optional<String> problem() {
        return now().problem();
    }

    private Loaded now() {
        long last = looked.get();
        long now = ticker.read();
        if (now - last >= LOOK && looked.compareAndSet(last, now)) {
            look();
        }
        return loaded;
    }

    private synchronized void look() {
        Loaded before = loaded;
        try {
            if (before.problem().isPresent() || !before.version().equals(file.version())) {
                loaded = Loaded.of(file);
                LOG.info("The key file was reloaded: {} keys", loaded.keys().size());
            }
        } catch (UserError broken) {
            Optional<String> problem = Optional.of(String.valueOf(broken.getMessage()));
            if (!before.problem().equals(problem)) {
                LOG.error("No key is accepted until this is fixed: {}", problem.get());
            }
            loaded = new Loaded("", List.of(), problem);
        }
    }
}

package io.github.mtasts.service.access;

import io.github.mtasts.kit.UserError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of the key file: {@code NAME sha256:HEX TIME [expires=DATE] [limit=CHECKS] [until=TIME]}.
 *
 * @param name 1 to 64 letters, digits, {@code -}, {@code _} and {@code .}
 * @param hash of its text
 * @param created when it was created
 * @param terms its expiry and its limit
 * @param until when it stops being accepted, once a newer key of this name has replaced it
 */
record StoredKey(String name, KeyHash hash, Instant created, KeyTerms terms, Optional<Instant> until) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int FIXED = 3;
    private static final Set<String> ATTRIBUTES = Set.of("expires", "limit", "until");

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new UserError("the name of a key must be 1 to 64 letters, digits, -, _ and .");
        }
    }

    /** Empty for a line that says anything else: an attribute that is not understood could be a restriction. */
    static Optional<StoredKey> parse(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        if (words.size() < FIXED || !NAME.matcher(words.get(0)).matches()) {
            return Optional.empty();
        }
        try {
            Instant created = Instant.parse(words.get(2));
            Map<String, String> more = attributes(words.subList(FIXED, words.size()));
            KeyTerms terms = new KeyTerms(
                    Optional.ofNullable(more.get("expires")).map(Expiry::parse),
                    Optional.ofNullable(more.get("limit")).map(Integer::valueOf));
            Optional<Instant> until = Optional.ofNullable(more.get("until")).map(Instant::parse);
            return KeyHash.parse(words.get(1)).map(hash -> new StoredKey(words.get(0), hash, created, terms, until));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static Map<String, String> attributes(List<String> words) {
        Map<String, String> attributes = new HashMap<>();
        for (String word : words) {
            String[] pair = word.split("=", 2);
            if (pair.length < 2 || !ATTRIBUTES.contains(pair[0]) || attributes.putIfAbsent(pair[0], pair[1]) != null) {
                throw new IllegalArgumentException("not an attribute, or a second one");
            }
        }
        return attributes;
    }

    boolean isReplaced() {
        return until.isPresent();
    }

    /** Whether a newer key has replaced it, and the time in which both are accepted is over. */
    boolean isGone(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    boolean isExpired(Instant now) {
        return terms.expires().filter(end -> end.isOver(now)).isPresent();
    }

    /** This key, once a newer one replaces it. */
    StoredKey replaced(Instant end) {
        return new StoredKey(name, hash, created, terms, Optional.of(end));
    }

    /** The terms of a key that replaces this one now: it is granted as much time as this one was. */
    KeyTerms renewed(Instant now) {
        return new KeyTerms(
                terms.expires()
                        .map(expiry -> Duration.between(created, expiry.end()).toDays())
                        .map(days -> Expiry.parse(Math.max(1, days) + "d", now)),
                terms.limit());
    }

    String line() {
        String fixed = name + " " + hash.text() + " " + created;
        return fixed
                + terms.expires().map(expiry -> " expires=" + expiry.text()).orElse("")
                + terms.limit().map(checks -> " limit=" + checks).orElse("")
                + until.map(end -> " until=" + end).orElse("");
    }
}

package io.github.mtasts.service.access;

import io.github.mtasts.kit.UserError;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of the key file: {@code NAME sha256:HEX TIME}.
 *
 * @param name 1 to 64 letters, digits, {@code -}, {@code _} and {@code .}
 * @param hash of its text
 * @param created when it was created
 */
record StoredKey(String name, KeyHash hash, Instant created) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new UserError("the name of a key must be 1 to 64 letters, digits, -, _ and .");
        }
    }

    static Optional<StoredKey> parse(String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length != 3 || !NAME.matcher(words[0]).matches()) {
            return Optional.empty();
        }
        try {
            Instant created = Instant.parse(words[2]);
            return KeyHash.parse(words[1]).map(hash -> new StoredKey(words[0], hash, created));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    String line() {
        return name + " " + hash.text() + " " + created;
    }
}

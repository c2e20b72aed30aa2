package io.github.mtasts.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The SHA-256 of a key. Keys are random enough for a plain hash: 256 bits cannot be guessed. */
final class KeyHash {

    private static final String PREFIX = "sha256:";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private final byte[] octets;

    private KeyHash(byte[] octets) {
        this.octets = octets;
    }

    static KeyHash of(String key) {
        try {
            return new KeyHash(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    static Optional<KeyHash> parse(String text) {
        return TEXT.matcher(text).matches()
                ? Optional.of(new KeyHash(HexFormat.of().parseHex(text.substring(PREFIX.length()))))
                : Optional.empty();
    }

    /** Takes as long for every other hash. */
    boolean matches(KeyHash other) {
        return MessageDigest.isEqual(octets, other.octets);
    }

    /** As it stands in a file. */
    String text() {
        return PREFIX + HexFormat.of().formatHex(octets);
    }
}

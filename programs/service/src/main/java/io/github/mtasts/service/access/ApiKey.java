package io.github.mtasts.service.access;

import java.security.SecureRandom;
import java.util.Base64;

/** A new key: 256 random bits. Whoever has its text may ask, so it is shown once, and only its hash is kept. */
final class ApiKey {

    private static final String PREFIX = "mtasts_";
    private static final int OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    static ApiKey generate() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return new ApiKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    /** The secret itself. */
    String text() {
        return text;
    }

    KeyHash hash() {
        return KeyHash.of(text);
    }
}

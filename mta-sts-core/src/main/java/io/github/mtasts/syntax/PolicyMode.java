package io.github.mtasts.syntax;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a policy asks senders to do (RFC 8461, section 5). */
public enum PolicyMode {
    /** Deliver only to MX hosts that match and have a valid certificate. */
    ENFORCE,
    /** Deliver anyway, and report failures. */
    TESTING,
    /** Behave as if there were no policy. */
    NONE;

    /**
     * The word that stands in a policy.
     *
     * @return lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode of a word; case-sensitive.
     *
     * @param word as it stands in a policy
     * @return empty when it is not one of the three
     */
    public static Optional<PolicyMode> of(String word) {
        return switch (Objects.requireNonNull(word, "word")) {
            case "enforce" -> Optional.of(ENFORCE);
            case "testing" -> Optional.of(TESTING);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }
}

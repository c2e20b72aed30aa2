package io.github.mtasts.syntax;

import java.util.Locale;
import java.util.Optional;

/** What a policy asks of senders (RFC 8461, section 5). */
public enum PolicyMode {
    /** Deliver only to MX hosts that match and prove themselves. */
    ENFORCE,
    /** Deliver all the same, and report failures. */
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
     * The mode of a word; case counts.
     *
     * @param word as it stands in a policy
     * @return empty when it is none of the three
     */
    public static Optional<PolicyMode> of(String word) {
        return switch (word) {
            case "enforce" -> Optional.of(ENFORCE);
            case "testing" -> Optional.of(TESTING);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }
}

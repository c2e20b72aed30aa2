package io.github.mtasts.tlsrpt;

import java.util.Locale;

/** Names of members as reporters write them: with other hyphens or capitals than the RFC, or with one typing error. */
final class Misspelling {

    /** Shorter names have too many neighbours. */
    private static final int FEWEST_LETTERS = 6;

    private static final int MOST_HYPHENS = 5;

    private Misspelling() {}

    /** Whether a name that the RFC does not define is clearly meant as the one that it does. */
    static boolean isOf(String name, String written) {
        if (Math.abs(written.length() - name.length()) > MOST_HYPHENS || written.equals(name)) {
            return false;
        }
        String letters = letters(name);
        String other = letters(written);
        return letters.equals(other) || (letters.length() >= FEWEST_LETTERS && isOneErrorApart(letters, other));
    }

    private static String letters(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** A letter too many, too few, or wrong, or two that changed places. */
    private static boolean isOneErrorApart(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int from = 0;
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int behind = 0;
        while (behind < shorter - from
                && one.charAt(one.length() - 1 - behind) == other.charAt(other.length() - 1 - behind)) {
            behind++;
        }
        int wrong = Math.max(one.length(), other.length()) - from - behind;
        boolean swapped = wrong == 2
                && one.length() == other.length()
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        return wrong == 1 || swapped;
    }
}

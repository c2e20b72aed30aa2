package io.github.mtasts.tlsrpt;

import java.util.Objects;

/**
 * Where a report departs from RFC 8460. Reporters do, and their reports are read all the same.
 *
 * @param path the first place, such as {@code policies[0].policy.mx-host}; escaped and bounded, empty for the whole report
 * @param sentence what departs, as the rest of a sentence that begins with the path; escaped and bounded
 * @param places in how many places it was found, at least 1; places differ in their indices alone
 * @param fatal whether the report is not valid because of it
 */
public record Deviation(String path, String sentence, int places, boolean fatal) {

    /** Refuses null, and fewer places than one with {@link IllegalArgumentException}. */
    public Deviation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sentence, "sentence");
        if (places < 1) {
            throw new IllegalArgumentException("no deviation in " + places + " places");
        }
    }

    Deviation again() {
        return new Deviation(path, sentence, places + 1, fatal);
    }

    /** The sentence, such as {@code policies[0].policy.mx-host is a string, where an array of strings belongs}. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "the report" : path) + " " + sentence
                + (places == 1 ? "" : " (and in " + (places - 1) + (places == 2 ? " more place)" : " more places)"));
    }
}

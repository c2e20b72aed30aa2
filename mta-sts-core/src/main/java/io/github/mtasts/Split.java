package io.github.mtasts;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list into its items, without a regular expression. */
final class Split {

    private Split() {}

    /** The parts between the separators, empty ones included. */
    static List<String> at(char separator, String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}

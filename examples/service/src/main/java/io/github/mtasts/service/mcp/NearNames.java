package io.github.mtasts.service.mcp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The names that a mistyped one may have meant. */
final class NearNames {

    private static final int SHOWN = 3;
    private static final int LONGEST = 64;

    private NearNames() {}

    /** The three nearest, by the number of letters to change. */
    static List<String> of(String mistyped, Enum<?>[] values) {
        String bounded = mistyped.substring(0, Math.min(mistyped.length(), LONGEST));
        return Arrays.stream(values)
                .map(Enum::name)
                .sorted(Comparator.comparingInt(name -> distance(bounded, name)))
                .limit(SHOWN)
                .toList();
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

package io.github.mtasts.kit;

import io.github.mtasts.issue.IssueCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks up codes by names as people type them. */
public final class IssueCodes {

    private static final int SUGGESTIONS = 3;

    private IssueCodes() {}

    /** The issue code of this name, in any case; hyphens may replace underscores. */
    public static Optional<IssueCode> named(String name) {
        return named(IssueCode.class, name);
    }

    /** The code of this name in another catalogue. */
    public static <E extends Enum<E>> Optional<E> named(Class<E> catalogue, String name) {
        String wanted = canonical(name);
        return Arrays.stream(catalogue.getEnumConstants())
                .filter(code -> code.name().equals(wanted))
                .findFirst();
    }

    /** At most three issue codes that may have been meant, the most likely first. */
    public static List<IssueCode> near(String name) {
        return near(IssueCode.class, name);
    }

    /** At most three codes of another catalogue that may have been meant, the most likely first. */
    public static <E extends Enum<E>> List<E> near(Class<E> catalogue, String name) {
        String wanted = canonical(name);
        return Arrays.stream(catalogue.getEnumConstants())
                .filter(code -> isNear(wanted, code.name()))
                .sorted(Comparator.comparingInt(code -> distance(wanted, code.name())))
                .limit(SUGGESTIONS)
                .toList();
    }

    private static String canonical(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static boolean isNear(String wanted, String name) {
        return wanted.length() <= 2 * name.length()
                && (distance(wanted, name) <= name.length() / 4 || (wanted.length() > 3 && name.contains(wanted)));
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

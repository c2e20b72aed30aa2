package io.github.mtasts.slip;

/** A typing error: an insertion, a deletion, a replacement or a swap of neighbours. */
public final class OneEdit {

    private OneEdit() {}

    /**
     * Whether two words are one typing error apart.
     *
     * @param one a word
     * @param other another
     * @return false for the same word
     */
    public static boolean apart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1 || one.equals(other)) {
            return false;
        }
        int same = 0;
        int shortest = Math.min(one.length(), other.length());
        while (same < shortest && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (one.length() != other.length()) {
            return one.length() > other.length()
                    ? one.substring(same + 1).equals(other.substring(same))
                    : other.substring(same + 1).equals(one.substring(same));
        }
        return one.substring(same + 1).equals(other.substring(same + 1)) || isSwap(one, other, same);
    }

    private static boolean isSwap(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}

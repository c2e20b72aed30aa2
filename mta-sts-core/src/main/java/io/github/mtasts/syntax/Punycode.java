package io.github.mtasts.syntax;

/** RFC 3492: the ASCII form of a label, for those of IDNA2008 that {@link java.net.IDN} maps to others. */
final class Punycode {

    private static final int BASE = 36;
    private static final int THRESHOLD_MIN = 1;
    private static final int THRESHOLD_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST = 0x80;
    private static final int INITIAL_BIAS = 72;

    private Punycode() {}

    /** RFC 3492 §6.3, of at most some dozens of code points. */
    static String encode(int[] label) {
        StringBuilder out = new StringBuilder();
        for (int c : label) {
            if (c < FIRST) {
                out.append((char) c);
            }
        }
        int basic = out.length();
        out.append(basic > 0 ? "-" : "");
        int bias = INITIAL_BIAS;
        int delta = 0;
        int handled = basic;
        for (int next = FIRST; handled < label.length; next++) {
            int least = least(label, next);
            delta += (least - next) * (handled + 1);
            next = least;
            for (int c : label) {
                delta += c < next ? 1 : 0;
                if (c == next) {
                    append(delta, bias, out);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
        }
        return out.toString();
    }

    private static int least(int[] label, int from) {
        int least = Integer.MAX_VALUE;
        for (int c : label) {
            least = c >= from ? Math.min(least, c) : least;
        }
        return least;
    }

    private static void append(int delta, int bias, StringBuilder out) {
        int rest = delta;
        int k = BASE;
        int threshold = threshold(k, bias);
        while (rest >= threshold) {
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
            k += BASE;
            threshold = threshold(k, bias);
        }
        out.append(digit(rest));
    }

    private static int threshold(int k, int bias) {
        return Math.min(THRESHOLD_MAX, Math.max(THRESHOLD_MIN, k - bias));
    }

    /** RFC 3492 §5: a to z are 0 to 25, 0 to 9 are 26 to 35. */
    private static char digit(int value) {
        return (char) (value < THRESHOLD_MAX ? 'a' + value : '0' + value - THRESHOLD_MAX);
    }

    private static int adapt(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - THRESHOLD_MIN) * THRESHOLD_MAX / 2) {
            rest /= BASE - THRESHOLD_MIN;
            k += BASE;
        }
        return k + (BASE - THRESHOLD_MIN + 1) * rest / (rest + SKEW);
    }
}

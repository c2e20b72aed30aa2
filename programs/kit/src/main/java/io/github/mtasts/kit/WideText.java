package io.github.mtasts.kit;

import java.util.Optional;
import java.util.stream.IntStream;

/** Texts whose characters have two or four octets, as Windows saves some; no text that the programs read is one. */
public final class WideText {

    private static final int MOST_CHARACTERS = 16;

    private WideText() {}

    /** UTF-16 or UTF-32, by its mark, or by the zeros between the characters of ASCII; the first octets of a text suffice. */
    public static Optional<String> encoding(byte[] text) {
        if (begins(text, 0xFF, 0xFE, 0, 0) || begins(text, 0, 0, 0xFE, 0xFF) || isAscii(text, 4)) {
            return Optional.of("UTF-32");
        }
        return begins(text, 0xFF, 0xFE) || begins(text, 0xFE, 0xFF) || isAscii(text, 2)
                ? Optional.of("UTF-16")
                : Optional.empty();
    }

    /** Whether each character is of so many octets, of which the first or the last one alone is not 0. */
    private static boolean isAscii(byte[] text, int width) {
        int count = Math.min(text.length / width, MOST_CHARACTERS);
        return count >= 2 && (isAscii(text, width, count, 0) || isAscii(text, width, count, width - 1));
    }

    private static boolean isAscii(byte[] text, int width, int count, int place) {
        return IntStream.range(0, count * width).allMatch(i -> (text[i] == 0) == (i % width != place));
    }

    private static boolean begins(byte[] text, int... octets) {
        return text.length >= octets.length
                && IntStream.range(0, octets.length).allMatch(i -> (text[i] & 0xFF) == octets[i]);
    }
}

package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Text as it came over the wire: meant as ASCII or UTF-8, but any octets are possible, and all are kept. */
public final class Octets {

    private static final int ENOUGH = 800; // UTF-8 for all that a quotation shows
    private static final int MAX_SEQUENCE = 4;

    private final String chars;

    private Octets(String chars) {
        this.chars = chars;
    }

    /**
     * Octets as received.
     *
     * @param bytes any octets; copied
     * @return the text
     */
    public static Octets of(byte[] bytes) {
        return new Octets(new String(Objects.requireNonNull(bytes, "bytes"), StandardCharsets.ISO_8859_1));
    }

    /**
     * A text encoded as UTF-8.
     *
     * @param text any text
     * @return its octets
     */
    public static Octets of(String text) {
        return of(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Octets in the form that JSON evidence has, where each character stands for one octet (ISO-8859-1).
     *
     * @param chars one character per octet
     * @return the octets
     * @throws IllegalArgumentException when a character is above U+00FF
     */
    public static Octets ofLatin1(String chars) {
        if (Objects.requireNonNull(chars, "chars").chars().anyMatch(c -> c > 0xFF)) {
            throw new IllegalArgumentException("not one character per octet: a character is above U+00FF");
        }
        return new Octets(chars);
    }

    /**
     * The form that {@link #ofLatin1} reads.
     *
     * @return one character per octet; {@code SourceSpan} counts these
     */
    public String latin1() {
        return chars;
    }

    /**
     * The octets as received.
     *
     * @return a new array
     */
    public byte[] bytes() {
        return chars.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The text for people.
     *
     * @return decoded as UTF-8 where all of it is valid UTF-8, else one character per octet; not escaped
     */
    public String decoded() {
        return decode(chars);
    }

    /**
     * The text for messages and logs: decoded, escaped, at most 200 characters, in double quotes.
     *
     * @return the quotation, with an ellipsis at its end when it was cut
     */
    public String quoted() {
        return quote(chars);
    }

    /**
     * How long the text is.
     *
     * @return in octets
     */
    public int length() {
        return chars.length();
    }

    /** Parsers work on {@link #latin1()}: for them, these read a part of it. */
    static String decode(String chars) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(chars.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return chars;
        }
    }

    static String quote(String chars) {
        return RemoteText.quote(decode(chars.substring(0, enough(chars))));
    }

    /** No UTF-8 sequence is cut in two. */
    private static int enough(String chars) {
        int end = ENOUGH;
        if (chars.length() <= end) {
            return chars.length();
        }
        while (end > ENOUGH - MAX_SEQUENCE && chars.charAt(end) >= 0x80 && chars.charAt(end) < 0xC0) {
            end--;
        }
        return end;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && octets.chars.equals(chars);
    }

    @Override
    public int hashCode() {
        return chars.hashCode();
    }

    /** As {@link #quoted()}. */
    @Override
    public String toString() {
        return quoted();
    }
}

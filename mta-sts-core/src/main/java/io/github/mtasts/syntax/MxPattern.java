package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import java.util.Objects;

/**
 * A pattern for MX hosts: {@code ["*."] Domain} (RFC 8461, sections 3.2 and 4.1), with one final dot tolerated.
 *
 * @param text the pattern as written
 */
public record MxPattern(String text) {

    /** Refuses anything but a pattern with {@link IllegalArgumentException}. */
    public MxPattern {
        if (!isPattern(text)) {
            throw new IllegalArgumentException("not an mx pattern: " + RemoteText.quote(text));
        }
    }

    /**
     * Whether a text is a pattern.
     *
     * @param text any text
     * @return whether the constructor accepts it
     */
    public static boolean isPattern(String text) {
        int from = Objects.requireNonNull(text, "text").startsWith("*.") ? 2 : 0;
        int to = text.length() - (text.endsWith(".") ? 1 : 0);
        return to > from && HostNames.isDomain(text, from, to);
    }

    /**
     * Whether the pattern covers a host: equal without regard to case, or {@code *.} and the rest, where {@code *} is
     * exactly one label (RFC 8461, section 4.1). Allocates nothing.
     *
     * @param mxHost the host's name, with or without a final dot
     * @return whether it matches
     */
    public boolean matches(String mxHost) {
        int hostEnd = Objects.requireNonNull(mxHost, "mxHost").length() - (mxHost.endsWith(".") ? 1 : 0);
        int patternEnd = text.length() - (text.endsWith(".") ? 1 : 0);
        if (!isWildcard()) {
            return hostEnd == patternEnd && Chars.isSame(mxHost, 0, text, 0, patternEnd);
        }
        int dot = mxHost.indexOf('.');
        return dot > 0
                && hostEnd - dot == patternEnd - 1
                && mxHost.charAt(0) != '*'
                && Chars.isSame(mxHost, dot, text, 1, patternEnd - 1);
    }

    /**
     * Whether the pattern begins with {@code *.}
     *
     * @return true for a wildcard
     */
    public boolean isWildcard() {
        return text.charAt(0) == '*';
    }

    /**
     * What the pattern covers, without regard to spelling.
     *
     * @return lower case, without a final dot; the {@code *.} of a wildcard stays
     */
    public String canonical() {
        return DomainName.canonical(text);
    }

    /** The pattern, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(text);
    }
}

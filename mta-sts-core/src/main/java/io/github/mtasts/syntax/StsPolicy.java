package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An MTA-STS policy (RFC 8461, section 3.2): which MX hosts a domain has, and whether senders are to insist on TLS.
 *
 * @param mode what senders are to do
 * @param maxAge how long senders may keep the policy, as written: 0 to 9,999,999,999 seconds
 * @param mx the patterns for MX hosts, in order; empty only in mode none
 * @param extensions fields unknown to the RFC, in order; the first of each name
 */
public record StsPolicy(PolicyMode mode, Duration maxAge, List<MxPattern> mx, Map<String, String> extensions) {

    /** The longest lifetime that senders honour: 31,557,600 seconds, about a year. */
    public static final Duration MAX_MAX_AGE = Duration.ofSeconds(31_557_600);

    private static final Duration MAX_WRITABLE = Duration.ofSeconds(9_999_999_999L);

    /** Refuses what {@link #toText()} could not write with {@link IllegalArgumentException}. */
    public StsPolicy {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(maxAge, "maxAge");
        mx = List.copyOf(Objects.requireNonNull(mx, "mx"));
        extensions = Extensions.ofPolicy(extensions, StsPolicyParser.KEYS);
        if (maxAge.isNegative() || maxAge.compareTo(MAX_WRITABLE) > 0 || maxAge.toNanosPart() != 0) {
            throw new IllegalArgumentException("max_age out of range: " + maxAge);
        }
        if (mx.isEmpty() && mode != PolicyMode.NONE) {
            throw new IllegalArgumentException("mode " + mode.text() + " without mx");
        }
    }

    /**
     * Reads a policy file.
     *
     * @param octets any octets, of any length
     * @return never throws; subject {@code policy}
     */
    public static Parsed<StsPolicy> parse(byte[] octets) {
        return parse(Octets.of(Objects.requireNonNull(octets, "octets")));
    }

    /**
     * Reads the same from wire text.
     *
     * @param octets any octets, of any length
     * @return as for its bytes
     */
    public static Parsed<StsPolicy> parse(Octets octets) {
        return new StsPolicyParser(Objects.requireNonNull(octets, "octets")).parsed();
    }

    /**
     * Reads a text, encoded as UTF-8.
     *
     * @param text any text
     * @return as for its octets
     */
    public static Parsed<StsPolicy> parse(String text) {
        return parse(Octets.of(text));
    }

    /**
     * The first pattern that covers an MX host (RFC 8461, section 4.1).
     *
     * @param mxHost the host's name, with or without a final dot
     * @return empty when none does
     */
    public Optional<MxPattern> coveredBy(String mxHost) {
        Objects.requireNonNull(mxHost, "mxHost");
        for (MxPattern pattern : mx) {
            if (pattern.matches(mxHost)) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }

    /**
     * How long the policy may be kept.
     *
     * @return max_age, at most {@link #MAX_MAX_AGE}
     */
    public Duration effectiveMaxAge() {
        return maxAge.compareTo(MAX_MAX_AGE) > 0 ? MAX_MAX_AGE : maxAge;
    }

    /**
     * The text to publish.
     *
     * @return lines that end in CRLF; {@code parse(toText())} gives an equal policy
     */
    public String toText() {
        StringBuilder out = new StringBuilder("version: STSv1\r\nmode: " + mode.text() + "\r\n");
        mx.forEach(pattern -> out.append("mx: ").append(pattern.text()).append("\r\n"));
        out.append("max_age: ").append(maxAge.toSeconds()).append("\r\n");
        extensions.forEach(
                (name, value) -> out.append(name).append(": ").append(value).append("\r\n"));
        return out.toString();
    }

    /** The text to publish, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.quote(toText());
    }
}

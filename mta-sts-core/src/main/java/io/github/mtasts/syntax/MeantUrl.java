package io.github.mtasts.syntax;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The https URL that a faulty one must mean: its host in A-labels, and the rest percent-encoded (RFC 3986, section 2.1). */
final class MeantUrl {

    private static final String SCHEME = "https://";
    private static final char REPLACEMENT = 0xFFFD;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private MeantUrl() {}

    static Optional<String> of(String uri) {
        if (uri.chars().anyMatch(c -> Character.isISOControl(c) || c == REPLACEMENT)) {
            return Optional.empty();
        }
        int from = Math.min(uri.length(), SCHEME.length());
        int end = from;
        while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        String authority = uri.substring(from, end);
        String host = ULabels.isAscii(authority)
                ? authority
                : ULabels.toAscii(authority).orElse("");
        return Optional.of(uri.substring(0, from) + host + encoded(uri.substring(end)))
                .filter(ReportUri::isUsable);
    }

    static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet <= 0x20 || octet > 0x7E || "!,;\"<>\\^`{|}[]".indexOf(octet) >= 0) {
                out.append('%').append(HEX.toHexDigits(octet));
            } else {
                out.append((char) octet);
            }
        }
        return out.toString();
    }
}

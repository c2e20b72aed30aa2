package io.github.mtasts.syntax;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** A file that is served in the place of the policy's, or that is the policy's in another format. */
enum OtherFile {
    UTF_16_LITTLE_ENDIAN("The policy file is in UTF-16, which senders cannot read.", "Save the file as UTF-8."),
    UTF_16_BIG_ENDIAN(UTF_16_LITTLE_ENDIAN.message, UTF_16_LITTLE_ENDIAN.remedy),
    RTF("The policy file is an RTF document, not plain text.", "Save the file as plain text."),
    GZIP("The policy file is compressed with gzip, not plain text.", "Serve the file without compression."),
    ERROR_MESSAGE("The policy file contains an error message, not a policy.", "Put the policy's text into the file.");

    private static final int LONGEST_ERROR_MESSAGE = 300;
    private static final Set<String> ERRORS = Set.of(
            "not found",
            "notfound",
            "no such ",
            "does not exist",
            "forbidden",
            "denied",
            "unauthorized",
            "bad request",
            "bad gateway",
            "unavailable",
            "timeout",
            "timed out",
            "error");

    final String message;
    final String remedy;

    OtherFile(String message, String remedy) {
        this.message = message;
        this.remedy = remedy;
    }

    static Optional<OtherFile> of(String octets) {
        if (octets.startsWith("\u00FF\u00FE") || hasZeros(octets, 1)) {
            return Optional.of(UTF_16_LITTLE_ENDIAN);
        } else if (octets.startsWith("\u00FE\u00FF") || hasZeros(octets, 0)) {
            return Optional.of(UTF_16_BIG_ENDIAN);
        } else if (octets.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        } else if (octets.startsWith("\u001F\u008B")) {
            return Optional.of(GZIP);
        }
        return isErrorMessage(octets) ? Optional.of(ERROR_MESSAGE) : Optional.empty();
    }

    /** The text in it, as far as it can be read; empty when it holds none. */
    String policy(String octets) {
        return switch (this) {
            case UTF_16_LITTLE_ENDIAN -> recoded(octets, StandardCharsets.UTF_16LE);
            case UTF_16_BIG_ENDIAN -> recoded(octets, StandardCharsets.UTF_16BE);
            case RTF -> Rtf.text(octets);
            case GZIP, ERROR_MESSAGE -> "";
        };
    }

    private static String recoded(String octets, Charset charset) {
        return Octets.of(new String(Octets.ofLatin1(octets).bytes(), charset)).latin1();
    }

    /** A text in ASCII has them so in UTF-16. */
    private static boolean hasZeros(String octets, int first) {
        int at = first;
        while (at < octets.length()
                && octets.charAt(at) == 0
                && (at ^ 1) < octets.length()
                && octets.charAt(at ^ 1) > 0) {
            at += 2;
        }
        return at > first && at >= octets.length() - 1;
    }

    private static boolean isErrorMessage(String octets) {
        if (octets.length() > LONGEST_ERROR_MESSAGE) {
            return false;
        }
        String text = Chars.lower(octets);
        return ERRORS.stream().anyMatch(text::contains)
                && Chars.split(text, "\r\n").stream()
                        .map(line -> new PolicyLine(Span.of(line)))
                        .noneMatch(line -> !line.resembled.isEmpty()
                                || OtherText.of(line.content.text()).isPresent());
    }
}

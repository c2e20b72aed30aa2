package io.github.mtasts.check.containers;

import io.github.mtasts.kit.WideText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What a file is, by its first octets; names say little. */
enum FileKind {
    GZIP("gzip"),
    ZIP("zip"),
    TAR("tar"),
    MBOX("mailbox"),
    MAIL("mail"),
    /** Anything else: JSON, or what {@link #strange} names. */
    OTHER("");

    /** How many octets are looked at. */
    static final int HEAD = 4096;

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private static final List<String> HEADERS = List.of(
            "arc-",
            "authentication-results",
            "content-",
            "date",
            "delivered-to",
            "dkim-signature",
            "from",
            "message-id",
            "mime-version",
            "received",
            "reply-to",
            "return-path",
            "sender",
            "subject",
            "tls-report-",
            "to",
            "x-");

    private final String noun;

    FileKind(String noun) {
        this.noun = noun;
    }

    String noun() {
        return noun;
    }

    /** Whether a part of a mail is worth a look; text for people is not, though it may quote a mail. */
    static boolean mayHoldAReport(String type, byte[] head) {
        FileKind kind = of(head);
        return type.startsWith("application/tlsrpt")
                || kind == GZIP
                || kind == ZIP
                || kind == TAR
                || (kind == MAIL && !type.startsWith("text/"))
                || visible(head).startsWith("{");
    }

    static FileKind of(byte[] head) {
        if (begins(head, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (head.length >= 512 && TarArchiveInputStream.matches(head, head.length)) {
            return TAR;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (Mailbox.isFrom(text)) {
            return MBOX;
        }
        return isHeader(text) ? MAIL : OTHER;
    }

    /** In a clause that begins with "it", what it is instead of a report; empty where it may be one. */
    static Optional<String> strange(byte[] head) {
        Optional<String> wide = WideText.encoding(head);
        if (wide.isPresent()) {
            return Optional.of("it is " + wide.get() + " text, and JSON is UTF-8");
        }
        String text = visible(head).toLowerCase(Locale.ROOT);
        if (text.startsWith("<")) {
            return Optional.of(markup(text));
        }
        if (text.startsWith("version: stsv1")) {
            return Optional.of("it is an MTA-STS policy; 'mta-sts-check lint policy' reads it");
        }
        if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("it is a message as Outlook saves it; save it as .eml, or save what is attached to it");
        }
        if (head.length > 1 && IntStream.range(0, head.length).allMatch(i -> head[i] == 0)) {
            return Optional.of("it begins with zeros, as an empty tar archive and some damaged files do");
        }
        if (begins(head, 0, 5, 0x16, 7) || begins(head, 0, 0, 0, 1, 'B', 'u', 'd', '1')) {
            return Optional.of("it is a file in which macOS keeps facts about others");
        }
        if (text.startsWith("%pdf")) {
            return Optional.of("it is a PDF file");
        }
        if (begins(head, 0x89, 'P', 'N', 'G') || begins(head, 0xFF, 0xD8, 0xFF) || begins(head, 'G', 'I', 'F', '8')) {
            return Optional.of("it is an image");
        }
        return packer(head).map(name -> "it is packed with " + name + ", which is not read; unpack it first");
    }

    /** From its first octet on that shows. */
    private static String visible(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text).strip();
    }

    private static String markup(String text) {
        if (text.contains("<feedback") || text.contains("<report_metadata")) {
            return "it is a DMARC report, about SPF and DKIM and not about TLS";
        }
        return text.startsWith("<!doctype html") || text.contains("<html") ? "it is an HTML page" : "it is XML";
    }

    private static Optional<String> packer(byte[] head) {
        if (begins(head, 'B', 'Z', 'h')) {
            return Optional.of("bzip2");
        }
        if (begins(head, 0xFD, '7', 'z', 'X', 'Z')) {
            return Optional.of("xz");
        }
        if (begins(head, 0x28, 0xB5, 0x2F, 0xFD)) {
            return Optional.of("zstd");
        }
        if (begins(head, '7', 'z', 0xBC, 0xAF)) {
            return Optional.of("7-Zip");
        }
        return begins(head, 'R', 'a', 'r', '!') ? Optional.of("RAR") : Optional.empty();
    }

    /** RFC 5322, section 2.2: a name of printable characters and a colon; and one of the names that mails begin with. */
    private static boolean isHeader(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.chars().limit(colon).anyMatch(c -> c <= ' ' || c >= 0x7F)) {
            return false;
        }
        String name = text.substring(0, colon).toLowerCase(Locale.ROOT);
        return HEADERS.stream().anyMatch(known -> known.endsWith("-") ? name.startsWith(known) : name.equals(known));
    }

    private static boolean begins(byte[] head, int... octets) {
        return head.length >= octets.length
                && IntStream.range(0, octets.length).allMatch(i -> (head[i] & 0xFF) == octets[i]);
    }
}

package io.github.mtasts.service.http;

import io.github.mtasts.kit.Version;
import io.github.mtasts.service.kept.KeptReport;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What goes with the octets of a report, for those who file it. */
final class ReportHeaders {

    static final String SEAL = "Report-Seal";
    static final String PROGRAM = "mta-sts-service " + Version.number();

    private static final String DIGEST = "Report-Digest";
    private static final String BY = "Report-Program";
    private static final String UNTIL = "Report-Kept-Until";

    private ReportHeaders() {}

    /** Of a report that is sent for the first time. */
    static void put(Exchange exchange, ByteBuffer octets) {
        exchange.put(DIGEST, digest(octets));
        exchange.put(BY, PROGRAM);
    }

    /** Of a report that was kept. */
    static void put(Exchange exchange, KeptReport kept) {
        exchange.put(DIGEST, digest(ByteBuffer.wrap(kept.octets())));
        exchange.put(BY, kept.program());
        exchange.put(UNTIL, kept.until().toString());
        exchange.put("X-Robots-Tag", "noindex");
    }

    /** SHA-256 of the octets, before any coding of the transfer. */
    private static String digest(ByteBuffer octets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(octets.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

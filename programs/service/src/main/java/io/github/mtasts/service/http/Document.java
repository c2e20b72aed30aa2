package io.github.mtasts.service.http;

import io.github.mtasts.kit.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;

/** An answer that stays the same while the program runs: clients may keep it, and need not fetch it again. */
public final class Document implements Endpoint {

    private static final int TAG_OCTETS = 16;

    private final String mediaType;
    private final byte[] octets;
    private final String tag;
    private final Map<String, String> headers;

    /** With headers of its own. The tag is weak (RFC 9110, section 8.8.1), because the octets on the wire may be compressed. */
    public Document(String mediaType, byte[] octets, Map<String, String> headers) {
        this.mediaType = mediaType;
        this.octets = octets.clone();
        this.tag = "\"" + digest(octets) + "\"";
        this.headers = new HashMap<>(headers);
        this.headers.put("ETag", "W/" + tag);
        this.headers.put("Vary", "Accept-Encoding");
    }

    /** A value as JSON that clients may keep for an hour. */
    public static Document json(Object value) {
        return new Document("application/json", Json.octets(value), Map.of("Cache-Control", "private, max-age=3600"));
    }

    @Override
    public void answer(Exchange exchange) {
        if (isHeldBy(exchange)) {
            exchange.notModified(headers);
        } else {
            headers.forEach(exchange::put);
            exchange.send(200, mediaType, octets);
        }
    }

    private boolean isHeldBy(Exchange exchange) {
        return exchange.headers().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
    }

    private static String digest(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets), 0, TAG_OCTETS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

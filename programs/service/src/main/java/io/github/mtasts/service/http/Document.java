package io.github.mtasts.service.http;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** JSON that stays the same while the program runs, so clients may keep it, and need not fetch it again. */
final class Document {

    private static final int TAG_OCTETS = 12;

    private final byte[] json;
    private final String tag;

    Document(byte[] json) {
        this.json = json;
        this.tag = "\"" + digest(json) + "\"";
    }

    /** The tag is weak (RFC 9110, section 8.8.1), because the octets on the wire may be compressed. */
    void answer(Context context) {
        context.header("Cache-Control", "private, max-age=3600")
                .header("ETag", "W/" + tag)
                .header("Vary", "Accept-Encoding");
        if (isHeldBy(context)) {
            context.status(304);
            context.res().setContentType(null);
        } else {
            context.contentType("application/json").result(json);
        }
    }

    private boolean isHeldBy(Context context) {
        String held = context.header("If-None-Match");
        return held != null
                && Arrays.stream(held.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
    }

    private static String digest(byte[] octets) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_OCTETS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

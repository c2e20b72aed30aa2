package io.github.mtasts.service.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Something that is the same for all who ask, and that they may keep as long as its tag stays. */
final class Asset {

    static final String HTML = "text/html;charset=utf-8";

    private final String mediaType;
    private final byte[] octets;
    /** Weak, since the answer may be compressed on its way. */
    private final String tag;

    private Asset(String mediaType, byte[] octets) {
        this.mediaType = mediaType;
        this.octets = octets;
        this.tag = "W/\"" + digest(octets) + "\"";
    }

    static Asset of(String mediaType, String text) {
        return new Asset(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file beside this class. */
    static Asset file(String mediaType, String name) {
        return of(mediaType, read(name));
    }

    /** The text of a file beside this class. */
    static String read(String name) {
        try (InputStream file = Asset.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    void answer(Context context) {
        PageHeaders.addTo(context);
        context.header("ETag", tag)
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding")
                .contentType(mediaType)
                .result(octets);
    }

    private static String digest(byte[] octets) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.github.mtasts.http;

import io.github.mtasts.syntax.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Reads a body of at most 64 KiB (RFC 8461, section 3.3), on the wire and decompressed. */
final class CappedBody {

    private static final int LIMIT = 64 * 1024;

    private CappedBody() {}

    /**
     * The body; empty when it is over the limit.
     *
     * @throws IOException for an answer that is cut, badly framed or badly compressed
     */
    static Optional<Octets> read(Response answer) throws IOException {
        ResponseBody body = answer.body();
        if (body.contentLength() > LIMIT) {
            return Optional.empty();
        }
        byte[] octets = body.byteStream().readNBytes(LIMIT + 1);
        if (octets.length <= LIMIT && isCompressed(answer)) {
            octets = new GZIPInputStream(new ByteArrayInputStream(octets)).readNBytes(LIMIT + 1);
        }
        return octets.length > LIMIT ? Optional.empty() : Optional.of(Octets.of(octets));
    }

    /** Whether the server compressed the body, although it was asked not to. */
    static boolean isCompressed(Response answer) throws IOException {
        String coding = answer.header("Content-Encoding", "identity").strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "gzip", "x-gzip" -> true;
            case "identity", "" -> false;
            default ->
                throw new ProtocolException("Content-Encoding " + coding + ", although the request asked for none");
        };
    }
}

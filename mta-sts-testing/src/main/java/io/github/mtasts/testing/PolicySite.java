package io.github.mtasts.testing;

import io.github.mtasts.syntax.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** What a policy host serves under every path, and how it fails to. Each method gives a changed copy. */
@CheckReturnValue
public final class PolicySite {

    private static final int BOMB_OCTETS = 32 << 20;

    private final int status;
    private final HeaderFields headers;
    private final byte[] body;
    private final ServedCertificate certificate;
    private final Optional<HandshakeFault> handshakeFault;
    private final Optional<AnswerFault> answerFault;

    private PolicySite(
            int status,
            HeaderFields headers,
            byte[] body,
            ServedCertificate certificate,
            Optional<HandshakeFault> handshakeFault,
            Optional<AnswerFault> answerFault) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.certificate = certificate;
        this.handshakeFault = handshakeFault;
        this.answerFault = answerFault;
    }

    /**
     * A healthy site: HTTP/2 and TLS 1.3 for clients that support them, status 200, {@code text/plain}, a good certificate.
     *
     * @param policy the text, sent as UTF-8
     * @return the site
     */
    public static PolicySite serving(String policy) {
        return serving(Objects.requireNonNull(policy, "policy").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A healthy site with any octets as body.
     *
     * @param body the octets; copied
     * @return the site
     */
    public static PolicySite serving(byte[] body) {
        return new PolicySite(
                200,
                HeaderFields.NONE.and("Content-Type", "text/plain"),
                Objects.requireNonNull(body, "body").clone(),
                ServedCertificate.valid(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Another status code.
     *
     * @param code 200 to 999, else {@link IllegalArgumentException}
     * @return the changed site
     */
    public PolicySite status(int code) {
        if (code < 200 || code > 999) {
            throw new IllegalArgumentException("status code out of range: " + code);
        }
        return new PolicySite(code, headers, body, certificate, handshakeFault, answerFault);
    }

    /**
     * A header field.
     *
     * @param name a token (RFC 9110, section 5.6.2), else {@link IllegalArgumentException}; replaces the field of this name
     * @param value any text without CR and LF, else {@link IllegalArgumentException}; sent as UTF-8, control characters included
     * @return the changed site
     */
    public PolicySite header(String name, String value) {
        return with(headers.without(name).and(name, value));
    }

    /**
     * One more header field, also of a name that is there: a second {@code Content-Type}, for instance.
     *
     * @param name as for {@link #header}
     * @param value as for {@link #header}
     * @return the changed site
     */
    public PolicySite addHeader(String name, String value) {
        return with(headers.and(name, value));
    }

    /**
     * Leaves a header field out, such as {@code Content-Type}.
     *
     * @param name its name
     * @return the changed site
     */
    public PolicySite withoutHeader(String name) {
        return with(headers.without(name));
    }

    /**
     * A redirect (301).
     *
     * @param location the Location header
     * @return the changed site
     */
    public PolicySite redirect(String location) {
        return status(301).header("Location", Objects.requireNonNull(location, "location"));
    }

    /**
     * Another certificate.
     *
     * @param shown the certificate
     * @return the changed site
     */
    public PolicySite certificate(ServedCertificate shown) {
        Objects.requireNonNull(shown, "shown");
        return new PolicySite(status, headers, body, shown, handshakeFault, answerFault);
    }

    /**
     * The body compressed, although the client did not ask for it.
     *
     * @return the changed site
     */
    public PolicySite gzipped() {
        return compressed(body);
    }

    /**
     * A body of 32 KiB that decompresses to 32 MiB.
     *
     * @return the changed site
     */
    public PolicySite gzipBomb() {
        return compressed(new byte[BOMB_OCTETS]);
    }

    /**
     * TLS 1.1, and nothing newer.
     *
     * @return the changed site
     */
    public PolicySite tls11Only() {
        return failing(HandshakeFault.TLS_1_1_ONLY);
    }

    /**
     * The alert {@code handshake_failure} in place of a handshake.
     *
     * @return the changed site
     */
    public PolicySite handshakeFailure() {
        return failing(HandshakeFault.ALERT);
    }

    /**
     * HTTP without TLS on the HTTPS port.
     *
     * @return the changed site
     */
    public PolicySite plainHttp() {
        return failing(HandshakeFault.PLAIN_HTTP);
    }

    /**
     * A connection that is reset before TLS is up.
     *
     * @return the changed site
     */
    public PolicySite reset() {
        return failing(HandshakeFault.RESET);
    }

    /**
     * A connection that is accepted, and then silence.
     *
     * @return the changed site
     */
    public PolicySite silent() {
        return failing(HandshakeFault.SILENCE);
    }

    /**
     * An answer of which one octet comes every tenth of a second.
     *
     * @return the changed site
     */
    public PolicySite dripping() {
        return failing(AnswerFault.DRIP);
    }

    /**
     * An answer that ends before its Content-Length is reached.
     *
     * @return the changed site
     */
    public PolicySite truncated() {
        return failing(AnswerFault.TRUNCATED);
    }

    /**
     * Over good TLS, something that is not HTTP.
     *
     * @return the changed site
     */
    public PolicySite notHttp() {
        return failing(AnswerFault.NOT_HTTP);
    }

    /**
     * Good TLS, and the end of the connection in place of an answer.
     *
     * @return the changed site
     */
    public PolicySite wordless() {
        return failing(AnswerFault.NO_ANSWER);
    }

    /**
     * An answer in chunks, the second of which has an unreadable length.
     *
     * @return the changed site
     */
    public PolicySite brokenChunks() {
        return failing(AnswerFault.BROKEN_CHUNKS);
    }

    /**
     * A body of 10 GB, made while it is sent, with its Content-Length.
     *
     * @return the changed site
     */
    public PolicySite huge() {
        return failing(AnswerFault.HUGE);
    }

    /**
     * A body of 10 GB in chunks, made while it is sent.
     *
     * @return the changed site
     */
    public PolicySite hugeChunked() {
        return failing(AnswerFault.HUGE_CHUNKED);
    }

    int status() {
        return status;
    }

    HeaderFields headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    ServedCertificate certificate() {
        return certificate;
    }

    Optional<HandshakeFault> handshakeFault() {
        return handshakeFault;
    }

    Optional<AnswerFault> answerFault() {
        return answerFault;
    }

    /** What is served, and how that fails; escaped and bounded. */
    @Override
    public String toString() {
        return "PolicySite[" + status + " " + headers + ", " + certificate
                + handshakeFault.map(fault -> ", " + fault).orElse("")
                + answerFault.map(fault -> ", " + fault).orElse("")
                + ", body " + Octets.of(body).quoted() + "]";
    }

    private PolicySite failing(HandshakeFault fault) {
        return new PolicySite(status, headers, body, certificate, Optional.of(fault), Optional.empty());
    }

    private PolicySite failing(AnswerFault fault) {
        return new PolicySite(status, headers, body, certificate, Optional.empty(), Optional.of(fault));
    }

    private PolicySite compressed(byte[] octets) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(octets);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        PolicySite encoded = header("Content-Encoding", "gzip");
        return new PolicySite(
                status, encoded.headers, compressed.toByteArray(), certificate, handshakeFault, answerFault);
    }

    private PolicySite with(HeaderFields changed) {
        return new PolicySite(status, changed, body, certificate, handshakeFault, answerFault);
    }
}

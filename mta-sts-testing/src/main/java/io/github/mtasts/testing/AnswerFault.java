package io.github.mtasts.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How an HTTP/1.1 answer goes wrong, over TLS that is well. */
enum AnswerFault {
    NO_ANSWER,
    DRIP,
    TRUNCATED,
    NOT_HTTP,
    BROKEN_CHUNKS,
    HUGE,
    HUGE_CHUNKED;

    private static final long HUGE_OCTETS = 10_000_000_000L;
    private static final int BLOCK = 10_000;
    private static final int DRIP_MILLIS = 100;

    void write(PolicySite site, OutputStream out) throws IOException {
        switch (this) {
            case NO_ANSWER -> {}
            case DRIP -> {
                head(site, "Content-Length: " + site.body().length, new Dripping(out));
                new Dripping(out).write(site.body());
            }
            case TRUNCATED -> {
                head(site, "Content-Length: " + (site.body().length + 100), out);
                out.write(site.body());
            }
            case NOT_HTTP -> out.write(ascii("220 mail.example ESMTP ready\r\n"));
            case BROKEN_CHUNKS -> {
                head(site, "Transfer-Encoding: chunked", out);
                out.write(ascii("5\r\nversi\r\nno length\r\n"));
            }
            case HUGE -> {
                head(site, "Content-Length: " + HUGE_OCTETS, out);
                blocks(out, "", "");
            }
            case HUGE_CHUNKED -> {
                head(site, "Transfer-Encoding: chunked", out);
                blocks(out, Integer.toHexString(BLOCK) + "\r\n", "\r\n");
                out.write(ascii("0\r\n\r\n"));
            }
        }
    }

    private static void head(PolicySite site, String framing, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + site.status() + " Faulty\r\n");
        site.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        out.write((head + framing + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void blocks(OutputStream out, String before, String after) throws IOException {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) '#');
        byte[] framed = ascii(before + new String(block, StandardCharsets.US_ASCII) + after);
        for (long sent = 0; sent < HUGE_OCTETS; sent += BLOCK) {
            out.write(framed);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** One octet at a time. */
    private static final class Dripping extends OutputStream {

        private final OutputStream out;

        Dripping(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            try {
                Thread.sleep(DRIP_MILLIS);
            } catch (InterruptedException serverCloses) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the server closes");
            }
            out.write(octet);
            out.flush();
        }
    }
}

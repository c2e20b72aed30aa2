package io.github.mtasts.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocket;

/** Reads an HTTP/1.1 request without a body. */
final class RequestHead {

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private RequestHead() {}

    static SeenRequest read(String host, SSLSocket tls) throws IOException {
        String[] lines = text(tls.getInputStream()).split("\r\n", -1);
        String[] request = lines[0].split(" ", -1);
        if (request.length != 3) {
            throw new IOException("not an HTTP/1.1 request");
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                lines[i].substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(lines[i].substring(colon + 1).strip());
            }
        }
        return new SeenRequest(
                host,
                request[0],
                request[1],
                headers,
                request[2],
                tls.getSession().getProtocol());
    }

    private static String text(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int matched = 0; matched < END.length; ) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("the client sent no request");
            }
            head.write(octet);
            matched = octet == END[matched] ? matched + 1 : octet == END[0] ? 1 : 0;
        }
        return head.toString(StandardCharsets.US_ASCII);
    }
}

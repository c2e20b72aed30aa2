package io.github.mtasts.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Reports, and what they come in. */
final class ReportSamples {

    /** With a failure, a result type that is unknown, and two policies. */
    static final String GOOD = """
            {"organization-name": "Example Post", "report-id": "1", "contact-info": "tlsrpt@post.example",
             "date-range": {"start-datetime": "2026-11-23T00:00:00Z", "end-datetime": "2026-11-23T23:59:59Z"},
             "policies": [
              {"policy": {"policy-type": "no-policy-found", "policy-domain": "example.org"},
               "summary": {"total-successful-session-count": 3, "total-failure-session-count": 4},
               "failure-details": [{"result-type": "tlsa-invalid", "failed-session-count": 1},
                                   {"result-type": "of-my-own", "failed-session-count": 2},
                                   {"result-type": "tlsa-invalid", "failed-session-count": 1}]},
              {"policy": {"policy-type": "no-policy-found"},
               "summary": {"total-successful-session-count": 5, "total-failure-session-count": 0}}]}
            """;

    private ReportSamples() {}

    static String report(String id) {
        return """
                {"organization-name": "Example Post", "report-id": "%s", "contact-info": "tlsrpt@post.example",
                 "date-range": {"start-datetime": "2026-11-23T00:00:00Z", "end-datetime": "2026-11-23T23:59:59Z"},
                 "policies": [{"policy": {"policy-type": "no-policy-found", "policy-domain": "example.org"},
                   "summary": {"total-successful-session-count": 3, "total-failure-session-count": 0}}]}
                """.formatted(id);
    }

    /** RFC 8460, section 5.3: text for people, and the report. */
    static byte[] mail(String report) throws IOException {
        return octets("""
                From: tlsrpt@post.example
                To: reports@example.org
                Subject: Report Domain: example.org Submitter: post.example Report-ID: <1@post.example>
                TLS-Report-Domain: example.org
                TLS-Report-Submitter: post.example
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type="tlsrpt"; boundary="b/1"

                --b/1
                Content-Type: text/plain; charset="us-ascii"

                This is an aggregate TLS report from post.example.

                --b/1
                Content-Type: application/tlsrpt+gzip
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment;
                    filename="post.example!example.org!1!2!1.json.gz"

                """ + base64(gzip(report)) + "\n--b/1--\n");
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    static String base64(byte[] octets) {
        return Base64.getMimeEncoder(76, octets("\n")).encodeToString(octets);
    }

    static byte[] gzip(String text) throws IOException {
        return gzip(octets(text));
    }

    static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(octets);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    static byte[] tar(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
                header.setSize(entry.getValue().length);
                tar.putArchiveEntry(header);
                tar.write(entry.getValue());
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    static Map<String, byte[]> entries(Object... namesAndOctets) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndOctets.length; i += 2) {
            entries.put((String) namesAndOctets[i], (byte[]) namesAndOctets[i + 1]);
        }
        return entries;
    }
}

package io.github.mtasts.http;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The DNS-IDs of a certificate (RFC 6125): its dNSName entries, and never its CN (RFC 8461, section 3.3). */
final class DnsIds {

    private static final Integer DNS_NAME = 2;

    private DnsIds() {}

    /** The names as written; none when the extension is missing, or cannot be read. */
    static List<String> of(X509Certificate certificate) {
        Collection<List<?>> entries;
        try {
            entries = certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
        return entries == null
                ? List.of()
                : entries.stream()
                        .filter(entry -> DNS_NAME.equals(entry.get(0)) && entry.get(1) instanceof String)
                        .map(entry -> (String) entry.get(1))
                        .toList();
    }

    static boolean anyMatches(List<String> names, String host) {
        return names.stream().anyMatch(name -> matches(name, host));
    }

    /** {@code *} stands for exactly one label, and only as the whole left-most label. */
    private static boolean matches(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && pattern.substring(1).equals(host.substring(dot));
    }
}

package io.github.mtasts.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The DNS-IDs of a certificate (RFC 6125): its dNSName entries, and never its CN (RFC 8461, sections 3.3 and 4.2). */
public final class DnsIds {

    private static final Integer DNS_NAME = 2;

    private DnsIds() {}

    /**
     * The DNS-IDs of a certificate.
     *
     * @param certificate any certificate
     * @return the names as written; empty when the extension is missing, or cannot be read
     */
    public static List<String> of(X509Certificate certificate) {
        Objects.requireNonNull(certificate, "certificate");
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

    /**
     * Whether one of the names is the host's: equal without regard to the case of ASCII letters, or {@code *.} and the rest,
     * where {@code *} is exactly one label, and only the whole left-most one.
     *
     * @param names DNS-IDs as written
     * @param host A-labels, without a final dot
     * @return whether one matches
     */
    public static boolean anyMatches(List<String> names, String host) {
        Objects.requireNonNull(host, "host");
        return Objects.requireNonNull(names, "names").stream().anyMatch(name -> matches(name, host));
    }

    private static boolean matches(String name, String host) {
        if (!name.startsWith("*.")) {
            return isSame(name, host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && isSame(name.substring(1), host.substring(dot));
    }

    private static boolean isSame(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (lower(one.charAt(i)) != lower(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}

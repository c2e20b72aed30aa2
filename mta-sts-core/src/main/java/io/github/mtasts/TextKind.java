package io.github.mtasts;

/** The texts that a domain publishes, each of which can be judged alone. */
public enum TextKind {
    /** The data of the TXT record at {@code _mta-sts} (RFC 8461, section 3.1). */
    RECORD("dns_record"),

    /** The policy file (RFC 8461, section 3.2). */
    POLICY("policy"),

    /** The data of the TXT record at {@code _smtp._tls} (RFC 8460, section 3). */
    TLS_RPT("tls_rpt");

    private final String key;

    TextKind(String key) {
        this.key = key;
    }

    /** Where a report's JSON has the text. */
    String key() {
        return key;
    }
}

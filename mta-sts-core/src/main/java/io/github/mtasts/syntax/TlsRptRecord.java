package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The {@code _smtp._tls} TXT record (RFC 8460, section 3): where senders report TLS failures to.
 *
 * @param rua at least one URI, {@code mailto:} or {@code https:}, as written
 * @param extensions fields unknown to the RFC, in order; the first of each name
 */
public record TlsRptRecord(List<String> rua, Map<String, String> extensions) {

    /** Refuses what {@link #toTxt()} could not write with {@link IllegalArgumentException}. */
    public TlsRptRecord {
        rua = List.copyOf(Objects.requireNonNull(rua, "rua"));
        extensions = Extensions.ofRecord(extensions, "v", "rua");
        if (rua.isEmpty() || !rua.stream().allMatch(ReportUri::isUsable)) {
            throw new IllegalArgumentException("no usable report URI in " + RemoteText.list(rua));
        }
    }

    /**
     * Reads one TXT record: its character-strings joined.
     *
     * @param octets any octets, of any length
     * @return never throws; subject {@code tls_rpt}
     */
    public static Parsed<TlsRptRecord> parse(byte[] octets) {
        return parse(Octets.of(Objects.requireNonNull(octets, "octets")));
    }

    /**
     * Reads the same from wire text.
     *
     * @param octets any octets, of any length
     * @return as for its bytes
     */
    public static Parsed<TlsRptRecord> parse(Octets octets) {
        return new TlsRptRecordParser(Objects.requireNonNull(octets, "octets")).parsed();
    }

    /**
     * Reads a text, encoded as UTF-8.
     *
     * @param text any text
     * @return as for its octets
     */
    public static Parsed<TlsRptRecord> parse(String text) {
        return parse(Octets.of(text));
    }

    /**
     * Chooses among the TXT records of {@code _smtp._tls} (RFC 8460, section 3): those that do not begin with
     * {@code v=TLSRPTv1;} are discarded, and if not exactly one is left, senders send no reports.
     *
     * @param records the joined octets of each record
     * @return the choice
     */
    public static Selection<TlsRptRecord> select(List<Octets> records) {
        return Selection.among(Objects.requireNonNull(records, "records"), TxtGrammar.TLSRPT, TlsRptRecord::parse);
    }

    /**
     * The text to publish.
     *
     * @return {@code parse(toTxt())} gives an equal record
     */
    public String toTxt() {
        return "v=TLSRPTv1; rua=" + String.join(",", rua) + Extensions.toTxt(extensions);
    }

    /** The text to publish, bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(toTxt());
    }
}

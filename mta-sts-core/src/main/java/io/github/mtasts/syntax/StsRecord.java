package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The {@code _mta-sts} TXT record (RFC 8461, section 3.1): it announces to senders that a policy exists, and which one.
 *
 * @param id 1 to 32 letters and digits; changes with each change of the policy
 * @param extensions fields unknown to the RFC, in order; the first of each name
 */
public record StsRecord(String id, Map<String, String> extensions) {

    /** Refuses what {@link #toTxt()} could not write with {@link IllegalArgumentException}. */
    public StsRecord {
        extensions = Extensions.ofRecord(extensions, "v", "id");
        if (!StsRecordParser.isId(Objects.requireNonNull(id, "id"))) {
            throw new IllegalArgumentException("not a valid id: " + RemoteText.quote(id));
        }
    }

    /**
     * Reads one TXT record: its character-strings joined.
     *
     * @param octets any octets, of any length
     * @return never throws; subject {@code record}
     */
    public static Parsed<StsRecord> parse(byte[] octets) {
        return parse(Octets.of(Objects.requireNonNull(octets, "octets")));
    }

    /**
     * Reads the same from wire text.
     *
     * @param octets any octets, of any length
     * @return as for its bytes
     */
    public static Parsed<StsRecord> parse(Octets octets) {
        return new StsRecordParser(Objects.requireNonNull(octets, "octets")).parsed();
    }

    /**
     * Reads a text, encoded as UTF-8.
     *
     * @param text any text
     * @return as for its octets
     */
    public static Parsed<StsRecord> parse(String text) {
        return parse(Octets.of(text));
    }

    /**
     * Chooses among the TXT records of {@code _mta-sts} (RFC 8461, section 3.1): those that do not begin with
     * {@code v=STSv1;} are discarded, and if not exactly one is left, there is no policy.
     *
     * @param records the joined octets of each record
     * @return the choice
     */
    public static Selection<StsRecord> select(List<Octets> records) {
        return Selection.among(Objects.requireNonNull(records, "records"), TxtGrammar.STS, StsRecord::parse);
    }

    /**
     * The text to publish.
     *
     * @return {@code parse(toTxt())} gives an equal record
     */
    public String toTxt() {
        return "v=STSv1; id=" + id + Extensions.toTxt(extensions);
    }

    /** The text to publish, bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(toTxt());
    }
}

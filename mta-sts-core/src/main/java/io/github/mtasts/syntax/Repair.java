package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Objects;

/**
 * The text to publish in place of a faulty one: all that was right is kept, every fault that can be repaired is
 * repaired, and what only its owner can know is filled in with the safest choice.
 *
 * @param text the whole text
 * @param guesses a sentence for each choice that was made on the owner's behalf; empty when there was none
 * @param mxDropped whether a policy lost hosts that its mx lines meant, since nobody can read which; a guess names each line
 */
public record Repair(String text, List<String> guesses, boolean mxDropped) {

    /** Copies the list. */
    public Repair {
        guesses = List.copyOf(guesses);
    }

    /**
     * The repair of a text that loses no host.
     *
     * @param text the whole text
     * @param guesses a sentence for each choice
     */
    public Repair(String text, List<String> guesses) {
        this(text, guesses, false);
    }

    /**
     * Repairs an MTA-STS record. A good id is kept.
     *
     * @param record as parsed
     * @param freshId the id to use when there is not a valid one; 1 to 32 letters and digits
     * @return a record that has neither error nor warning; as it was where it had none
     */
    public static Repair ofRecord(Parsed<StsRecord> record, String freshId) {
        Objects.requireNonNull(record, "record");
        return new StsRecordParser(record.text()).repair(Objects.requireNonNull(freshId, "freshId"));
    }

    /**
     * Repairs the TLSRPT record, or makes one of several. Good report URIs are kept: those of all records, each once.
     *
     * @param records as parsed, at least one
     * @param placeholder the report URI to use when there is not a valid one
     * @return a record that has neither error nor warning; a single one as it was where it had none
     * @throws IllegalArgumentException when there is no record
     */
    public static Repair ofTlsRpt(List<Parsed<TlsRptRecord>> records, String placeholder) {
        List<Octets> texts = Objects.requireNonNull(records, "records").stream()
                .map(Parsed::text)
                .toList();
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no record to repair");
        }
        return new TlsRptRecordParser(texts.get(0))
                .repair(texts.subList(1, texts.size()), Objects.requireNonNull(placeholder, "placeholder"));
    }

    /**
     * Repairs a policy. Lines without a fault stay as they are, in their order, but each host has
     * one; the mode is kept where it can be read.
     *
     * @param policy as parsed
     * @param mxHosts the MX hosts to cover when the policy names none, or when a name that it gives cannot be repaired; without
     *     any, a policy that names none still lacks one
     * @return a policy that has neither error nor warning; as it was where it had none
     */
    public static Repair ofPolicy(Parsed<StsPolicy> policy, List<String> mxHosts) {
        Objects.requireNonNull(policy, "policy");
        return new StsPolicyParser(policy.text()).repair(Objects.requireNonNull(mxHosts, "mxHosts"));
    }

    /** The text, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.quote(text);
    }
}

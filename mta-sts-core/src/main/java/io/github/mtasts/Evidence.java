package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a check saw on the wire, and no judgement: an immutable value that can be stored, and judged again
 * with {@link MtaStsReport#of}.
 */
@SuppressWarnings({"exports", "immutables:incompat"}) // annotations are for tools; the builder is ours
@Value.Immutable
@ValueStyle
public abstract class Evidence {

    Evidence() {}

    /**
     * The domain as the caller gave it.
     *
     * @return any text
     */
    public abstract String domain();

    /**
     * When the lookups were made.
     *
     * @return empty when unknown
     */
    public abstract Optional<Instant> checkedAt();

    /**
     * The TXT records of {@code _mta-sts.} and the domain.
     *
     * @return NOT_ATTEMPTED unless set
     */
    @Value.Default
    public Lookup<TxtRecord> mtaStsTxt() {
        return Lookup.without(LookupStatus.NOT_ATTEMPTED, "");
    }

    /**
     * The TXT records of {@code _smtp._tls.} and the domain.
     *
     * @return NOT_ATTEMPTED unless set
     */
    @Value.Default
    public Lookup<TxtRecord> tlsRptTxt() {
        return Lookup.without(LookupStatus.NOT_ATTEMPTED, "");
    }

    /**
     * The MX records of the domain.
     *
     * @return NOT_ATTEMPTED unless set
     */
    @Value.Default
    public Lookup<MxHost> mx() {
        return Lookup.without(LookupStatus.NOT_ATTEMPTED, "");
    }

    /**
     * What the policy host answered.
     *
     * @return NOT_ATTEMPTED unless set
     */
    @Value.Default
    public PolicyResponse policy() {
        return PolicyResponse.without(FetchStatus.NOT_ATTEMPTED, "");
    }

    /**
     * The evidence as plain maps, lists, strings, numbers, booleans and nulls, for any JSON library.
     *
     * @return the form that {@link #fromMap} reads
     */
    public Map<String, @Nullable Object> toMap() {
        return EvidenceMap.write(this);
    }

    /**
     * Reads what {@link #toMap} wrote. Missing keys and nulls mean unknown; unknown keys are ignored.
     *
     * @param map as a JSON library reads it
     * @return the evidence
     * @throws IllegalArgumentException when the map is not evidence; the message names the path
     */
    public static Evidence fromMap(Map<?, ?> map) {
        return EvidenceMap.read(map);
    }

    /**
     * An empty builder; only the domain is required.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** The evidence, escaped and bounded. */
    @Override
    public String toString() {
        return "Evidence[" + RemoteText.escape(domain()) + ", "
                + checkedAt().map(Instant::toString).orElse("?") + ", mta_sts_txt " + mtaStsTxt() + ", tls_rpt_txt "
                + tlsRptTxt() + ", mx " + mx() + ", policy " + policy() + "]";
    }

    /** Builds evidence. Setters reject null and return this builder. Not thread-safe. */
    public static final class Builder {

        private final ImmutableEvidence.Builder values = new ImmutableEvidence.Builder();

        private Builder() {}

        /**
         * Everything that other evidence holds; what is set afterwards replaces it.
         *
         * @param other the evidence to begin with
         * @return this
         */
        public Builder from(Evidence other) {
            values.from(other);
            return this;
        }

        /**
         * The domain as the caller gave it. Required.
         *
         * @param name any text
         * @return this
         */
        public Builder domain(String name) {
            values.domain(name);
            return this;
        }

        /**
         * When the lookups were made.
         *
         * @param time unknown unless set
         * @return this
         */
        public Builder checkedAt(Instant time) {
            values.checkedAt(time);
            return this;
        }

        /**
         * When the lookups were made, as far as it is known.
         *
         * @param time empty when unknown
         * @return this
         */
        public Builder checkedAt(Optional<Instant> time) {
            values.checkedAt(time);
            return this;
        }

        /**
         * The TXT records of {@code _mta-sts.} and the domain.
         *
         * @param lookup NOT_ATTEMPTED unless set
         * @return this
         */
        public Builder mtaStsTxt(Lookup<TxtRecord> lookup) {
            values.mtaStsTxt(lookup);
            return this;
        }

        /**
         * The TXT records of {@code _smtp._tls.} and the domain.
         *
         * @param lookup NOT_ATTEMPTED unless set
         * @return this
         */
        public Builder tlsRptTxt(Lookup<TxtRecord> lookup) {
            values.tlsRptTxt(lookup);
            return this;
        }

        /**
         * The MX records of the domain.
         *
         * @param lookup NOT_ATTEMPTED unless set
         * @return this
         */
        public Builder mx(Lookup<MxHost> lookup) {
            values.mx(lookup);
            return this;
        }

        /**
         * What the policy host answered.
         *
         * @param response NOT_ATTEMPTED unless set
         * @return this
         */
        public Builder policy(PolicyResponse response) {
            values.policy(response);
            return this;
        }

        /**
         * Makes the evidence.
         *
         * @return an immutable value
         * @throws IllegalStateException when the domain was not set
         */
        public Evidence build() {
            return values.build();
        }
    }
}

package io.github.mtasts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a check saw on the wire, and no judgement: an immutable value that can be stored, and judged again
 * with {@link MtaStsReport#of}.
 */
@SuppressWarnings("exports") // annotations are for tools
public final class Evidence {

    private final String domain;
    private final Optional<Instant> checkedAt;
    private final Lookup<TxtRecord> mtaStsTxt;
    private final Lookup<TxtRecord> tlsRptTxt;
    private final Lookup<MxHost> mx;
    private final PolicyResponse policy;
    private final Map<String, Lookup<TxtRecord>> misplaced;

    private Evidence(Builder from) {
        if (from.domain == null) {
            throw new IllegalStateException("missing: domain");
        }
        domain = from.domain;
        checkedAt = from.checkedAt;
        mtaStsTxt = from.mtaStsTxt;
        tlsRptTxt = from.tlsRptTxt;
        mx = from.mx;
        policy = from.policy;
        misplaced = from.misplaced;
    }

    /**
     * The domain as the caller gave it.
     *
     * @return any text
     */
    public String domain() {
        return domain;
    }

    /**
     * When the lookups were made.
     *
     * @return empty when unknown
     */
    public Optional<Instant> checkedAt() {
        return checkedAt;
    }

    /**
     * The TXT records of {@code _mta-sts.} and the domain.
     *
     * @return NOT_ATTEMPTED unless set
     */
    public Lookup<TxtRecord> mtaStsTxt() {
        return mtaStsTxt;
    }

    /**
     * The TXT records of {@code _smtp._tls.} and the domain.
     *
     * @return NOT_ATTEMPTED unless set
     */
    public Lookup<TxtRecord> tlsRptTxt() {
        return tlsRptTxt;
    }

    /**
     * The MX records of the domain.
     *
     * @return NOT_ATTEMPTED unless set
     */
    public Lookup<MxHost> mx() {
        return mx;
    }

    /**
     * What the policy host answered.
     *
     * @return NOT_ATTEMPTED unless set
     */
    public PolicyResponse policy() {
        return policy;
    }

    /**
     * The TXT records of other names, where people publish the two records by mistake, and of the parents of a domain below a
     * registrable one. They are looked up only where the record is missing.
     *
     * @return by name, in the order in which they were asked for; empty unless set
     */
    public Map<String, Lookup<TxtRecord>> misplaced() {
        return misplaced;
    }

    /**
     * The evidence as plain maps, lists, strings, numbers, booleans and nulls, for any JSON library.
     *
     * @return the form that {@link #fromMap} reads
     */
    @JsonValue
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
    @JsonCreator
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

    private List<Object> facts() {
        return List.of(domain, checkedAt, mtaStsTxt, tlsRptTxt, mx, policy, misplaced);
    }

    /** True of evidence with the same facts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence evidence && evidence.facts().equals(facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    /** The evidence, escaped and bounded. */
    @Override
    public String toString() {
        return "Evidence[" + RemoteText.escape(domain()) + ", "
                + checkedAt().map(Instant::toString).orElse("?") + ", mta_sts_txt " + mtaStsTxt() + ", tls_rpt_txt "
                + tlsRptTxt() + ", mx " + mx() + ", policy " + policy()
                + (misplaced.isEmpty()
                        ? ""
                        : ", misplaced [" + RemoteText.list(List.copyOf(misplaced.entrySet())) + "]")
                + "]";
    }

    /** Builds evidence. Setters reject null and return this builder. Not thread-safe. */
    public static final class Builder {

        private @Nullable String domain;
        private Optional<Instant> checkedAt = Optional.empty();
        private Lookup<TxtRecord> mtaStsTxt = Lookup.without(LookupStatus.NOT_ATTEMPTED, "");
        private Lookup<TxtRecord> tlsRptTxt = Lookup.without(LookupStatus.NOT_ATTEMPTED, "");
        private Lookup<MxHost> mx = Lookup.without(LookupStatus.NOT_ATTEMPTED, "");
        private PolicyResponse policy = PolicyResponse.without(FetchStatus.NOT_ATTEMPTED, "");
        private Map<String, Lookup<TxtRecord>> misplaced = Map.of();

        private Builder() {}

        /**
         * Everything that other evidence holds; what is set afterwards replaces it.
         *
         * @param other the evidence to begin with
         * @return this
         */
        public Builder from(Evidence other) {
            domain = requireNonNull(other, "other").domain;
            checkedAt = other.checkedAt;
            mtaStsTxt = other.mtaStsTxt;
            tlsRptTxt = other.tlsRptTxt;
            mx = other.mx;
            policy = other.policy;
            misplaced = other.misplaced;
            return this;
        }

        /**
         * The domain as the caller gave it. Required.
         *
         * @param name any text
         * @return this
         */
        public Builder domain(String name) {
            domain = requireNonNull(name, "name");
            return this;
        }

        /**
         * When the lookups were made.
         *
         * @param time unknown unless set
         * @return this
         */
        public Builder checkedAt(Instant time) {
            return checkedAt(Optional.of(requireNonNull(time, "time")));
        }

        /**
         * When the lookups were made, as far as it is known.
         *
         * @param time empty when unknown
         * @return this
         */
        public Builder checkedAt(Optional<Instant> time) {
            checkedAt = requireNonNull(time, "time");
            return this;
        }

        /**
         * The TXT records of {@code _mta-sts.} and the domain.
         *
         * @param lookup NOT_ATTEMPTED unless set
         * @return this
         */
        public Builder mtaStsTxt(Lookup<TxtRecord> lookup) {
            mtaStsTxt = requireNonNull(lookup, "lookup");
            return this;
        }

        /**
         * The TXT records of {@code _smtp._tls.} and the domain.
         *
         * @param lookup NOT_ATTEMPTED unless set
         * @return this
         */
        public Builder tlsRptTxt(Lookup<TxtRecord> lookup) {
            tlsRptTxt = requireNonNull(lookup, "lookup");
            return this;
        }

        /**
         * The MX records of the domain.
         *
         * @param lookup NOT_ATTEMPTED unless set
         * @return this
         */
        public Builder mx(Lookup<MxHost> lookup) {
            mx = requireNonNull(lookup, "lookup");
            return this;
        }

        /**
         * What the policy host answered.
         *
         * @param response NOT_ATTEMPTED unless set
         * @return this
         */
        public Builder policy(PolicyResponse response) {
            policy = requireNonNull(response, "response");
            return this;
        }

        /**
         * The TXT records of names where people publish the two records by mistake, and of parents.
         *
         * @param lookups by name; copied
         * @return this
         */
        public Builder misplaced(Map<String, Lookup<TxtRecord>> lookups) {
            Map<String, Lookup<TxtRecord>> copy = new LinkedHashMap<>();
            requireNonNull(lookups, "lookups")
                    .forEach(
                            (name, lookup) -> copy.put(requireNonNull(name, "name"), requireNonNull(lookup, "lookup")));
            misplaced = Collections.unmodifiableMap(copy);
            return this;
        }

        /**
         * Makes the evidence.
         *
         * @return an immutable value
         * @throws IllegalStateException when the domain was not set
         */
        public Evidence build() {
            return new Evidence(this);
        }
    }
}

package io.github.mtasts.tlsrpt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One session with an MX host, or one policy that failed, with what RFC 8460, section 4.4 reports of it. The events of
 * a day make a report.
 */
public final class TlsRptEvent {

    private final Instant time;
    private final DomainName policyDomain;
    private final PolicyType policyType;
    private final List<String> policyString;
    private final List<String> mxHostPatterns;
    private final Optional<ResultType> resultType;
    private final Optional<String> sendingMtaIp;
    private final Optional<String> receivingMxHostname;
    private final Optional<String> receivingMxHelo;
    private final Optional<String> receivingIp;
    private final Optional<String> additionalInformation;
    private final Optional<String> failureReasonCode;

    private TlsRptEvent(Builder from) {
        time = required(from.time, "time");
        policyDomain = required(from.policyDomain, "policyDomain");
        policyType = required(from.policyType, "policyType");
        policyString = from.policyString;
        mxHostPatterns = from.mxHostPatterns;
        resultType = Optional.ofNullable(from.resultType);
        sendingMtaIp = Optional.ofNullable(from.sendingMtaIp);
        receivingMxHostname = Optional.ofNullable(from.receivingMxHostname);
        receivingMxHelo = Optional.ofNullable(from.receivingMxHelo);
        receivingIp = Optional.ofNullable(from.receivingIp);
        additionalInformation = Optional.ofNullable(from.additionalInformation);
        failureReasonCode = Optional.ofNullable(from.failureReasonCode);
    }

    /** {@return when it happened, which decides the UTC day that the event belongs to} */
    public Instant time() {
        return time;
    }

    /** {@return the domain whose policy was applied or looked for} */
    public DomainName policyDomain() {
        return policyDomain;
    }

    /** {@return the type of policy that was applied} */
    public PolicyType policyType() {
        return policyType;
    }

    /** {@return the lines of an MTA-STS policy, or the TLSA records of DANE; empty without a policy} */
    public List<String> policyString() {
        return policyString;
    }

    /** {@return the MX patterns of the policy, in its order; empty unless the type is STS} */
    public List<String> mxHostPatterns() {
        return mxHostPatterns;
    }

    /** {@return how the session failed; empty when it was successful} */
    public Optional<ResultType> resultType() {
        return resultType;
    }

    /** {@return the IPv4 or IPv6 address from which the sender connected; empty when none was used} */
    public Optional<String> sendingMtaIp() {
        return sendingMtaIp;
    }

    /** {@return the MX host that was tried; empty when the failure is not about a host} */
    public Optional<String> receivingMxHostname() {
        return receivingMxHostname;
    }

    /** {@return the name that the MX host gave in its greeting or its answer to EHLO; empty when it gave none} */
    public Optional<String> receivingMxHelo() {
        return receivingMxHelo;
    }

    /** {@return the IPv4 or IPv6 address to which the sender connected; empty when none was reached} */
    public Optional<String> receivingIp() {
        return receivingIp;
    }

    /** {@return where the owner of the domain can learn more, usually a URL; empty when there is nothing to add} */
    public Optional<String> additionalInformation() {
        return additionalInformation;
    }

    /** {@return the reason in the words of the sender's TLS or HTTP library, such as {@code X509_V_ERR_CERT_REVOKED}} */
    public Optional<String> failureReasonCode() {
        return failureReasonCode;
    }

    /**
     * An empty builder; time, policy domain and policy type are required.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The event as plain maps, lists and strings, for any JSON library: {@code time}, then the names of section 4.4.
     *
     * @return the form that {@link #fromMap} reads; what is empty is left out
     */
    @JsonValue
    @SuppressWarnings("exports") // annotations are for tools
    public Map<String, Object> toMap() {
        return EventMap.write(this);
    }

    /**
     * Reads what {@link #toMap} wrote. Nulls are read as missing, unknown keys are ignored.
     *
     * @param map as a JSON library reads it
     * @return an equal event
     * @throws IllegalArgumentException when the map is not an event; the message names the path
     */
    @JsonCreator
    @SuppressWarnings("exports") // annotations are for tools
    public static TlsRptEvent fromMap(Map<?, ?> map) {
        return EventMap.read(map);
    }

    /** True of an event with the same values. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TlsRptEvent event && values().equals(event.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** The event, escaped and bounded. */
    @Override
    public String toString() {
        return "TlsRptEvent[" + time + ", " + policyDomain + ", "
                + policyType.text() + ", "
                + resultType.map(ResultType::text).orElse("success")
                + receivingMxHostname
                        .map(host -> ", " + RemoteText.escape(host))
                        .orElse("") + "]";
    }

    private List<Object> values() {
        return List.of(
                time,
                policyDomain,
                policyType,
                policyString,
                mxHostPatterns,
                resultType,
                sendingMtaIp,
                receivingMxHostname,
                receivingMxHelo,
                receivingIp,
                additionalInformation,
                failureReasonCode);
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("missing: " + name);
        }
        return value;
    }

    /** Builds an event; setters reject null and return this builder. Not thread-safe. */
    public static final class Builder {

        private @Nullable Instant time;
        private @Nullable DomainName policyDomain;
        private @Nullable PolicyType policyType;
        private List<String> policyString = List.of();
        private List<String> mxHostPatterns = List.of();
        private @Nullable ResultType resultType;
        private @Nullable String sendingMtaIp;
        private @Nullable String receivingMxHostname;
        private @Nullable String receivingMxHelo;
        private @Nullable String receivingIp;
        private @Nullable String additionalInformation;
        private @Nullable String failureReasonCode;

        private Builder() {}

        /**
         * When it happened, which decides the UTC day that the event belongs to.
         *
         * @param time the time
         * @return this builder
         */
        public Builder time(Instant time) {
            this.time = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * The domain whose policy was applied or looked for.
         *
         * @param policyDomain the domain
         * @return this builder
         */
        public Builder policyDomain(DomainName policyDomain) {
            this.policyDomain = Objects.requireNonNull(policyDomain, "policyDomain");
            return this;
        }

        /**
         * The type of policy that was applied.
         *
         * @param policyType the policy type
         * @return this builder
         */
        public Builder policyType(PolicyType policyType) {
            this.policyType = Objects.requireNonNull(policyType, "policyType");
            return this;
        }

        /**
         * The policy as it was applied.
         *
         * @param policyString the lines of an MTA-STS policy, or the TLSA records of DANE
         * @return this builder
         */
        public Builder policyString(List<String> policyString) {
            this.policyString = List.copyOf(policyString);
            return this;
        }

        /**
         * The MX patterns of the policy.
         *
         * @param mxHostPatterns the patterns, in the policy's order
         * @return this builder
         */
        public Builder mxHostPatterns(List<String> mxHostPatterns) {
            this.mxHostPatterns = List.copyOf(mxHostPatterns);
            return this;
        }

        /**
         * How the session failed.
         *
         * @param resultType the result type; leave it out for a successful session
         * @return this builder
         */
        public Builder resultType(ResultType resultType) {
            this.resultType = Objects.requireNonNull(resultType, "resultType");
            return this;
        }

        /**
         * The address from which the sender connected.
         *
         * @param sendingMtaIp an IPv4 or IPv6 address as text
         * @return this builder
         */
        public Builder sendingMtaIp(String sendingMtaIp) {
            this.sendingMtaIp = Objects.requireNonNull(sendingMtaIp, "sendingMtaIp");
            return this;
        }

        /**
         * The MX host that was tried.
         *
         * @param receivingMxHostname the host's name
         * @return this builder
         */
        public Builder receivingMxHostname(String receivingMxHostname) {
            this.receivingMxHostname = Objects.requireNonNull(receivingMxHostname, "receivingMxHostname");
            return this;
        }

        /**
         * The name that the MX host gave in its greeting or its answer to EHLO.
         *
         * @param receivingMxHelo the name, as received
         * @return this builder
         */
        public Builder receivingMxHelo(String receivingMxHelo) {
            this.receivingMxHelo = Objects.requireNonNull(receivingMxHelo, "receivingMxHelo");
            return this;
        }

        /**
         * The address to which the sender connected.
         *
         * @param receivingIp an IPv4 or IPv6 address as text
         * @return this builder
         */
        public Builder receivingIp(String receivingIp) {
            this.receivingIp = Objects.requireNonNull(receivingIp, "receivingIp");
            return this;
        }

        /**
         * Where the owner of the domain can learn more.
         *
         * @param additionalInformation usually a URL
         * @return this builder
         */
        public Builder additionalInformation(String additionalInformation) {
            this.additionalInformation = Objects.requireNonNull(additionalInformation, "additionalInformation");
            return this;
        }

        /**
         * The reason as the sender's TLS or HTTP library names it.
         *
         * @param failureReasonCode such as {@code X509_V_ERR_CERT_REVOKED}
         * @return this builder
         */
        public Builder failureReasonCode(String failureReasonCode) {
            this.failureReasonCode = Objects.requireNonNull(failureReasonCode, "failureReasonCode");
            return this;
        }

        /**
         * Builds the event.
         *
         * @return the event
         * @throws IllegalStateException without a time, a policy domain or a policy type
         */
        public TlsRptEvent build() {
            return new TlsRptEvent(this);
        }
    }
}

package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One session with an MX host, or one policy that failed: what RFC 8460, section 4.4 wants to be known of it. The
 * events of a day make a report.
 */
@SuppressWarnings("exports")
@Value.Immutable
@ValueStyle
public abstract class TlsRptEvent {

    TlsRptEvent() {}

    /**
     * When it happened; it decides to which UTC day the event belongs.
     *
     * @return the time
     */
    public abstract Instant time();

    /**
     * The domain whose policy was applied, or looked for.
     *
     * @return A-labels
     */
    public abstract DomainName policyDomain();

    /**
     * Which kind of policy was applied.
     *
     * @return the policy type
     */
    public abstract PolicyType policyType();

    /**
     * The policy as it was applied.
     *
     * @return of an MTA-STS policy the lines, of DANE the TLSA records; empty without a policy
     */
    public abstract List<String> policyString();

    /**
     * The MX patterns of the policy.
     *
     * @return in the policy's order; empty unless the type is STS
     */
    public abstract List<String> mxHostPatterns();

    /**
     * How it failed.
     *
     * @return empty when the session was successful
     */
    public abstract Optional<ResultType> resultType();

    /**
     * The address from which the sender connected.
     *
     * @return an IPv4 or IPv6 address as text; empty when none was used
     */
    public abstract Optional<String> sendingMtaIp();

    /**
     * The MX host that was tried.
     *
     * @return its name; empty when the failure is not about a host
     */
    public abstract Optional<String> receivingMxHostname();

    /**
     * How the MX host called itself in its greeting or its answer to EHLO.
     *
     * @return text from the other side; empty when it said nothing
     */
    public abstract Optional<String> receivingMxHelo();

    /**
     * The address to which the sender connected.
     *
     * @return an IPv4 or IPv6 address as text; empty when none was reached
     */
    public abstract Optional<String> receivingIp();

    /**
     * Where the owner of the domain can learn more.
     *
     * @return usually a URL; empty when there is nothing to add
     */
    public abstract Optional<String> additionalInformation();

    /**
     * The reason as the sender's TLS or HTTP library names it.
     *
     * @return such as {@code X509_V_ERR_CERT_REVOKED}; empty when the result type says it all
     */
    public abstract Optional<String> failureReasonCode();

    /**
     * An empty builder; time, policy domain and policy type are required, and without a result type the session was
     * successful.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** The event, escaped and bounded. */
    @Override
    public String toString() {
        return "TlsRptEvent[" + time() + ", " + policyDomain() + ", "
                + policyType().text() + ", "
                + resultType().map(ResultType::text).orElse("success")
                + receivingMxHostname()
                        .map(host -> ", " + RemoteText.escape(host))
                        .orElse("") + "]";
    }

    /** Builds an event; not thread-safe. */
    public static final class Builder extends ImmutableTlsRptEvent.Builder {
        Builder() {}
    }
}

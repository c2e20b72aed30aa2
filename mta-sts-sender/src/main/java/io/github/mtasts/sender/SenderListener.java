package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.TlsRptEvent;

/**
 * Receives what a sender does, for TLS reports and metrics. Called on any thread; must return at once. Exceptions are logged
 * and go no further.
 */
public interface SenderListener {

    /**
     * A session with an MX host was judged, or a cached policy could not be refreshed.
     *
     * @param event for a TLS report (RFC 8460)
     */
    default void onEvent(TlsRptEvent event) {}

    /**
     * A decision was made.
     *
     * @param decision as it is returned to the caller
     */
    default void onDecision(PolicyDecision decision) {}

    /**
     * A policy fetch ended.
     *
     * @param domain the policy domain
     * @param reason {@link DecisionReason#FETCHED}, {@link DecisionReason#FETCH_FAILED} or
     *     {@link DecisionReason#POLICY_INVALID}
     */
    default void onFetch(DomainName domain, DecisionReason reason) {}
}

package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.TlsRptEvent;

/**
 * Hears what a sender does: for TLS reports and for metrics. Called on whatever thread it happens; it must return at once.
 * What it throws is logged and goes no further.
 */
public interface SenderListener {

    /**
     * A session with an MX host was judged, or a policy that is needed could not be had.
     *
     * @param event what RFC 8460 wants to be reported
     */
    default void onEvent(TlsRptEvent event) {}

    /**
     * A decision was made.
     *
     * @param decision given to the caller now
     */
    default void onDecision(PolicyDecision decision) {}

    /**
     * A policy was asked for over HTTPS.
     *
     * @param domain the policy domain
     * @param reason {@link DecisionReason#FETCHED}, {@link DecisionReason#FETCH_FAILED} or
     *     {@link DecisionReason#POLICY_INVALID}
     */
    default void onFetch(DomainName domain, DecisionReason reason) {}
}

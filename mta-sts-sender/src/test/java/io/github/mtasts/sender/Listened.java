package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a sender reported. */
final class Listened implements SenderListener {

    final List<TlsRptEvent> events = new CopyOnWriteArrayList<>();
    final List<PolicyDecision> decisions = new CopyOnWriteArrayList<>();
    final List<DecisionReason> fetches = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(TlsRptEvent event) {
        events.add(event);
    }

    @Override
    public void onDecision(PolicyDecision decision) {
        decisions.add(decision);
    }

    @Override
    public void onFetch(DomainName domain, DecisionReason reason) {
        fetches.add(reason);
    }
}

package io.github.mtasts.spring;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.util.List;

/** The listeners of the application, as the one that a sender takes. */
record Listeners(List<SenderListener> all) implements SenderListener {

    @Override
    public void onEvent(TlsRptEvent event) {
        all.forEach(each -> each.onEvent(event));
    }

    @Override
    public void onDecision(PolicyDecision decision) {
        all.forEach(each -> each.onDecision(decision));
    }

    @Override
    public void onFetch(DomainName domain, DecisionReason reason) {
        all.forEach(each -> each.onFetch(domain, reason));
    }
}

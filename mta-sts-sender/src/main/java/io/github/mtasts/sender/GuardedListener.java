package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stranger's listener: what it throws stops no mail. */
final class GuardedListener implements SenderListener {

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private final SenderListener listener;

    GuardedListener(SenderListener listener) {
        this.listener = listener;
    }

    @Override
    public void onEvent(TlsRptEvent event) {
        guarded(() -> listener.onEvent(event));
    }

    @Override
    public void onDecision(PolicyDecision decision) {
        guarded(() -> listener.onDecision(decision));
    }

    @Override
    public void onFetch(DomainName domain, DecisionReason reason) {
        guarded(() -> listener.onFetch(domain, reason));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException thrown) {
            LOG.error("The listener failed", thrown);
        }
    }
}

package io.github.mtasts.micrometer;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts decisions, fetches and failures, and passes them on. */
final class CountingListener implements SenderListener {

    private final MeterRegistry registry;
    private final SenderListener next;

    CountingListener(MeterRegistry registry, SenderListener next) {
        this.registry = registry;
        this.next = next;
    }

    @Override
    public void onEvent(TlsRptEvent event) {
        event.resultType()
                .ifPresent(
                        type -> MeterName.EVENTS.counter(registry, type.text()).increment());
        next.onEvent(event);
    }

    @Override
    public void onDecision(PolicyDecision decision) {
        MeterName.DECISIONS
                .counter(registry, MtaStsMeters.label(decision.reason()))
                .increment();
        next.onDecision(decision);
    }

    @Override
    public void onFetch(DomainName domain, DecisionReason reason) {
        MeterName.FETCHES.counter(registry, MtaStsMeters.label(reason)).increment();
        next.onFetch(domain, reason);
    }
}

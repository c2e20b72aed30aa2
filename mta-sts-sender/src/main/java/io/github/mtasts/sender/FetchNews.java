package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.PolicyMode;
import java.time.Clock;
import java.util.Optional;

/** Tells the listener of each fetch, and of the failed ones what is to be reported (RFC 8461, section 6). */
final class FetchNews {

    private final SenderListener listener;
    private final Clock clock;

    FetchNews(SenderListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    void fetched(DomainName domain, PolicyAnswer answer, Optional<CachedPolicy> kept) {
        listener.onFetch(domain, answer.reason());
        // Without a cached policy the failure is told with each session.
        Optional<ResultType> failure = answer.resultType();
        if (failure.isPresent()
                && kept.filter(policy -> policy.policy().mode() != PolicyMode.NONE)
                        .isPresent()) {
            listener.onEvent(SessionEvents.of(PolicyState.cached(kept.get(), clock.instant()), domain, clock.instant())
                    .resultType(failure.get())
                    .build());
        }
    }
}

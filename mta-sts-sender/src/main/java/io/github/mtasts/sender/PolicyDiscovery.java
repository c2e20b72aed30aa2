package io.github.mtasts.sender;

import io.github.mtasts.call.SharedCalls;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.sender.Known.Occasion;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.PolicyMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Policy discovery (RFC 8461, section 3): the record, and the policy where {@link Known#after} says so. Concurrent requests for
 * the same domain share one discovery. All its effects are in {@link #learned}.
 */
final class PolicyDiscovery {

    /**
     * What a discovery came to.
     *
     * @param isLookedUp whether the record was looked up; false when what was remembered was enough
     */
    private record Discovered(PolicyDecision decision, boolean isLookedUp) {}

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private final Ports ports;
    private final KnownDomains domains;
    private final SenderEvents events;
    private final Clock clock;
    private final Executor executor;
    private final DoubleSupplier chance;
    private final SharedCalls<DomainName, Discovered> calls = new SharedCalls<>();

    PolicyDiscovery(
            Ports ports,
            KnownDomains domains,
            SenderEvents events,
            Clock clock,
            Executor executor,
            DoubleSupplier chance) {
        this.ports = ports;
        this.domains = domains;
        this.events = events;
        this.clock = clock;
        this.executor = executor;
        this.chance = chance;
    }

    /** Completes exceptionally only with an error of a port, if nothing is cached. */
    CompletableFuture<PolicyDecision> of(DomainName domain, Occasion occasion) {
        return calls.join(domain, () -> begin(domain, occasion)).thenCompose(found -> {
            // a shared discovery may have rested on memory, or ended just before its policy expired
            boolean good = found.isLookedUp() || occasion != Occasion.RECHECK;
            return good && !found.decision().isExpired(clock.instant())
                    ? CompletableFuture.completedFuture(found.decision())
                    : of(domain, occasion);
        });
    }

    boolean isUnderWay(DomainName domain) {
        return calls.isUnderWay(domain);
    }

    private CompletableFuture<Discovered> begin(DomainName domain, Occasion occasion) {
        return CompletableFuture.completedFuture(domain) // an executor that throws fails the stage after this
                .thenComposeAsync(name -> discover(name, occasion), executor)
                .exceptionally(error -> whatIsLeft(domain, error));
    }

    private CompletableFuture<Discovered> discover(DomainName domain, Occasion occasion) {
        Optional<PolicyDecision> remembered = remembered(domain, occasion);
        if (remembered.isPresent()) {
            return CompletableFuture.completedFuture(new Discovered(remembered.get(), false));
        }
        return ports.record(domain)
                .thenApplyAsync(RecordAnswer::of, executor)
                .thenCompose(record -> follow(
                        domain, occasion, new Answer(record, Optional.empty(), clock.instant(), chance.getAsDouble())));
    }

    /** What needs no network. Another sender that uses the same store may have fetched the policy. */
    private Optional<PolicyDecision> remembered(DomainName domain, Occasion occasion) {
        boolean inMemory = domains.of(domain).isInForce(clock.instant());
        boolean recalled = (!inMemory || occasion == Occasion.REFRESH)
                && domains.recall(domain).isPresent();
        Instant now = clock.instant();
        Known known = domains.of(domain);
        // a policy that was just read answers a decision; the next one looks its record up
        boolean enough = known.isEnoughFor(occasion, now) || (recalled && occasion == Occasion.DECISION);
        return enough ? known.decision(now) : Optional.empty();
    }

    private CompletableFuture<Discovered> follow(DomainName domain, Occasion occasion, Answer answer) {
        Instant now = clock.instant();
        Known before = domains.of(domain);
        Optional<Known> after = before.after(occasion, answer, now);
        return after.isPresent()
                ? CompletableFuture.completedFuture(learned(before, answer, after.get(), now))
                : ports.policy(domain)
                        .thenApplyAsync(PolicyAnswer::of, executor)
                        .thenCompose(fetched -> follow(domain, occasion, answer.with(fetched)));
    }

    /** All effects of a discovery: memory, store, listener and log. */
    private Discovered learned(Known before, Answer answer, Known after, Instant now) {
        domains.learned(before, after);
        boolean isUsed =
                !after.policy().equals(before.policy()) || !after.failure().equals(before.failure());
        answer.policy().filter(fetched -> isUsed).ifPresent(fetched -> {
            events.fetched(after.domain(), fetched.reason());
            fetched.resultType().ifPresent(failure -> warn(before, fetched, failure, now));
        });
        Optional<PolicyDecision> decision =
                answer.isFetched() ? after.decision(DecisionReason.FETCHED, now) : after.decision(now);
        return new Discovered(decision.orElseThrow(), true);
    }

    // §3.3, §6: a failed refresh is logged and reported at once, unless the cached mode is none
    private void warn(Known before, PolicyAnswer fetched, ResultType failure, Instant now) {
        Optional<PolicyDecision> kept = before.inForce(now).flatMap(cached -> before.decision(now));
        kept.filter(cached -> !cached.isMode(PolicyMode.NONE)).ifPresent(cached -> {
            LOG.warn(
                    "The policy of {} could not be fetched again ({}); the cached one stays in force until {}",
                    before.domain(),
                    RemoteText.escape(fetched.detail()),
                    cached.expiresAt().orElseThrow());
            events.refreshFailed(before.domain(), cached, failure);
        });
    }

    private Discovered whatIsLeft(DomainName domain, Throwable error) {
        boolean closed = ports.isClosed();
        if (!closed) {
            LOG.error("The policy of {} could not be looked up", domain, error);
        }
        Instant now = clock.instant();
        Known known = domains.of(domain);
        Optional<PolicyDecision> cached = known.inForce(now).flatMap(policy -> known.decision(now));
        if (cached.isPresent()) {
            return new Discovered(cached.get(), true);
        }
        if (closed) {
            return new Discovered(PolicyDecision.none(domain.text(), DecisionReason.CLOSED, "", now), true);
        }
        Ports.rethrow(error);
        String detail = "an internal error, which was logged";
        return new Discovered(
                PolicyDecision.none(domain.text(), DecisionReason.RECORD_LOOKUP_FAILED, detail, now), true);
    }
}

package io.github.mtasts.sender;

import io.github.mtasts.sender.PolicyUpdate.Occasion;
import io.github.mtasts.syntax.DomainName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** At most one look at a domain at a time: whoever comes meanwhile shares it. No lock is held while it lasts. */
final class Flights {

    private record Flight(Occasion occasion, CompletableFuture<PolicyDecision> outcome) {

        /** A decision may rest on what is remembered: a recheck that shared it would have looked nothing up. */
        boolean serves(Occasion other) {
            return occasion != Occasion.DECISION || other != Occasion.RECHECK;
        }
    }

    private final ConcurrentMap<DomainName, Flight> underWay = new ConcurrentHashMap<>();

    /**
     * Begins a look, or joins the one that is under way; or begins one after it, when that does not serve.
     *
     * @param start begins it
     * @param failed what the domain comes to when that fails, by a fault of ours or because all was closed
     * @return never completes exceptionally
     */
    CompletableFuture<PolicyDecision> join(
            DomainName domain,
            Occasion occasion,
            Supplier<CompletableFuture<PolicyDecision>> start,
            Function<Throwable, PolicyDecision> failed) {
        Flight mine = new Flight(occasion, new CompletableFuture<>());
        Flight other = underWay.putIfAbsent(domain, mine);
        if (other != null) {
            return other.serves(occasion)
                    ? other.outcome()
                    : other.outcome().thenCompose(done -> join(domain, occasion, start, failed));
        }
        begin(start).handle((state, error) -> {
            underWay.remove(domain, mine);
            return mine.outcome().complete(error == null ? state : failed.apply(error));
        });
        return mine.outcome();
    }

    private static CompletableFuture<PolicyDecision> begin(Supplier<CompletableFuture<PolicyDecision>> start) {
        try {
            return start.get();
        } catch (
                Throwable refused) { // an Error, when no thread can be had: the domain must not stay under way for good
            return CompletableFuture.failedFuture(refused);
        }
    }
}

package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** At most one look at a domain at a time: whoever comes meanwhile shares it. No lock is held while it lasts. */
final class Flights {

    private final ConcurrentMap<DomainName, CompletableFuture<PolicyState>> underWay = new ConcurrentHashMap<>();

    /**
     * Begins a look, or joins the one that is under way.
     *
     * @param start begins it
     * @param failed what the domain comes to when that fails, by a fault of ours or because all was closed
     * @return never completes exceptionally
     */
    CompletableFuture<PolicyState> join(
            DomainName domain,
            Supplier<CompletableFuture<PolicyState>> start,
            Function<Throwable, PolicyState> failed) {
        CompletableFuture<PolicyState> mine = new CompletableFuture<>();
        CompletableFuture<PolicyState> other = underWay.putIfAbsent(domain, mine);
        if (other != null) {
            return other;
        }
        begin(start).handle((state, error) -> {
            underWay.remove(domain, mine);
            return mine.complete(error == null ? state : failed.apply(error));
        });
        return mine;
    }

    private static CompletableFuture<PolicyState> begin(Supplier<CompletableFuture<PolicyState>> start) {
        try {
            return start.get();
        } catch (
                Throwable refused) { // an Error, when no thread can be had: the domain must not stay under way for good
            return CompletableFuture.failedFuture(refused);
        }
    }
}

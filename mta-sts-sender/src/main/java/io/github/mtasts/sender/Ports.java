package io.github.mtasts.sender;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.call.PortCall;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import io.github.mtasts.syntax.DomainName;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Calls the ports, each with a deadline. Every call comes to an outcome, an exception only after closing or an error of a port. */
final class Ports {

    /** Distinguishes the error of a port, for which no status would be true, from that of an executor without a thread. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Error error;

        Broken(Error error) {
            super(error);
            this.error = error;
        }
    }

    /** How long a blocking port may wait for a thread of its executor. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final TxtResolver txt;
    private final PolicyFetcher fetcher;
    private final Duration lookupTimeout;
    private final Duration fetchTimeout;
    private final Alarm alarm;
    private final Set<PortCall<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Ports(TxtResolver txt, PolicyFetcher fetcher, Duration lookupTimeout, Duration fetchTimeout, Alarm alarm) {
        this.txt = txt;
        this.fetcher = fetcher;
        this.lookupTimeout = lookupTimeout;
        this.fetchTimeout = fetchTimeout;
        this.alarm = alarm;
    }

    CompletableFuture<Lookup<TxtRecord>> record(DomainName domain) {
        return lookUp(() -> txt.resolveTxt(domain.recordName()));
    }

    CompletableFuture<PolicyResponse> policy(DomainName domain) {
        return start(PortCall.fetch(), () -> fetcher.fetchPolicy(URI.create(domain.policyUrl())), fetchTimeout);
    }

    <T> CompletableFuture<Lookup<T>> lookUp(Supplier<CompletableFuture<Lookup<T>>> port) {
        return start(PortCall.lookup(), port, lookupTimeout);
    }

    /** Cancels all calls, those started later included. */
    void close() {
        closed = true;
        underWay.forEach(PortCall::cancel);
    }

    /** Throws the error of a port if that is what a stage failed with. */
    static void rethrow(Throwable failure) {
        if (failure.getCause() instanceof Broken broken) {
            throw broken.error;
        }
    }

    boolean isClosed() {
        return closed;
    }

    private <T> CompletableFuture<T> start(PortCall<T> call, Supplier<CompletableFuture<T>> port, Duration deadline) {
        underWay.add(call);
        call.outcome().whenComplete((value, error) -> underWay.remove(call));
        if (closed) {
            call.cancel();
        }
        call.start(port, deadline, alarm);
        if (!call.outcome().isDone()) {
            Duration whole = deadline.plus(LONGEST_WAIT);
            Runnable callOff = alarm.after(whole, () -> call.expire(whole));
            call.outcome().whenComplete((value, error) -> callOff.run());
        }
        return call.outcome().exceptionally(failure -> {
            throw failure instanceof Error error ? new Broken(error) : new CompletionException(failure);
        });
    }
}

package io.github.mtasts.http;

import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One fetch: the lookup of the policy host, then a GET at each of its addresses in turn until one comes through TLS. */
final class Fetch {

    static final PolicyResponse CLOSED =
            PolicyResponse.without(FetchStatus.HOST_LOOKUP_FAILED, "the fetcher was closed");

    private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);
    private static final Duration LEAST_TURN = Duration.ofSeconds(2);
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final int SHOWN = 10;
    private static final int MOST_ATTEMPTS = 20;
    private static final String NOT_PUBLIC = "not a public address";

    private final OkHttpClient client;
    private final Request request;
    private final Predicate<InetAddress> permitted;
    private final long deadline;
    private final CompletableFuture<PolicyResponse> result = new CompletableFuture<>();
    private volatile boolean stopped;
    private volatile @Nullable Attempt running;

    Fetch(OkHttpClient client, Request request, Predicate<InetAddress> permitted, Duration timeout) {
        this.client = client;
        this.request = request;
        this.permitted = permitted;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /**
     * Goes on when the DNS has answered; no thread waits for that.
     *
     * @param threads has a thread for this fetch from then on
     * @param ended runs once it is over
     * @return however it is completed, cancellation included, the lookup and the connection are closed
     */
    CompletableFuture<PolicyResponse> start(
            CompletableFuture<Lookup<InetAddress>> lookup, Executor threads, Runnable ended) {
        var unusedEnd = result.whenComplete((response, failure) -> {
            lookup.cancel(true);
            stop();
            ended.run();
        });
        var unusedAnswer = lookup.copy()
                .exceptionally(Fetch::failed)
                .completeOnTimeout(
                        Lookup.without(LookupStatus.TIMED_OUT, "no answer in time"), remaining(), TimeUnit.NANOSECONDS)
                .thenApplyAsync(this::run, threads)
                .whenComplete((response, bug) -> {
                    if (bug == null) {
                        result.complete(response);
                    } else {
                        result.completeExceptionally(bug);
                    }
                });
        return result;
    }

    void close() {
        result.complete(CLOSED);
    }

    private void stop() {
        stopped = true;
        Attempt attempt = running;
        if (attempt != null) {
            attempt.cancel();
        }
    }

    /** The outcome, given the answer of the DNS. */
    private PolicyResponse run(Lookup<InetAddress> lookup) {
        List<InetAddress> all = lookup.records().stream().distinct().toList();
        PolicyResponse response = all.isEmpty() ? notFound(lookup) : tryAll(all);
        PolicyResponse whole = response.toBuilder()
                .aliases(lookup.aliases())
                .addresses(all.stream().map(InetAddress::getHostAddress).toList())
                .build();
        LOG.debug("{}: {}", request.url(), whole);
        return whole;
    }

    /** An exception of the resolver is its failure; an error, such as a LinkageError, stays one. */
    private static Lookup<InetAddress> failed(Throwable failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return Lookup.without(LookupStatus.SERVER_FAILURE, "the resolver failed: " + Words.of(failure));
    }

    private static PolicyResponse notFound(Lookup<InetAddress> lookup) {
        FetchStatus status = switch (lookup.status()) {
            case NO_SUCH_NAME, NO_RECORDS -> FetchStatus.HOST_NOT_FOUND;
            case RESOLVER_UNREACHABLE -> FetchStatus.NETWORK_UNREACHABLE;
            default -> FetchStatus.HOST_LOOKUP_FAILED;
        };
        return PolicyResponse.without(status, lookup.detail());
    }

    private PolicyResponse tryAll(List<InetAddress> all) {
        List<InetAddress> usable = all.stream().filter(permitted).toList();
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < usable.size() && !stopped && remaining() > 0; i++) {
            Tried last = attempt(usable.get(i), usable.size() - i);
            tried.add(last);
            if (last.secured()) {
                break;
            }
        }
        String story = story(all, usable, tried);
        List<FetchAttempt> attempts = all.stream()
                .flatMap(address -> usable.contains(address) ? outcomeAt(address, tried) : blocked(address))
                .limit(MOST_ATTEMPTS)
                .toList();
        return tried.stream()
                .max(Comparator.comparingInt(Tried::weight))
                .map(best -> best.described(all.size() == 1 ? best.outcome().detail() : story))
                .orElseGet(() -> PolicyResponse.without(
                        usable.isEmpty() ? FetchStatus.BLOCKED_ADDRESS : FetchStatus.TIMED_OUT, story))
                .toBuilder()
                .attempts(attempts)
                .build();
    }

    private static Stream<FetchAttempt> blocked(InetAddress address) {
        return Stream.of(new FetchAttempt(address.getHostAddress(), FetchStatus.BLOCKED_ADDRESS, NOT_PUBLIC));
    }

    private static Stream<FetchAttempt> outcomeAt(InetAddress address, List<Tried> tried) {
        return tried.stream().filter(each -> each.address().equals(address)).map(Tried::attempt);
    }

    /** What became of each address, up to the one that answered; empty when the first one did without a fault. */
    private static String story(List<InetAddress> all, List<InetAddress> usable, List<Tried> tried) {
        List<String> story = all.stream()
                .filter(address -> !usable.contains(address))
                .map(blocked -> blocked.getHostAddress() + ": " + NOT_PUBLIC)
                .collect(Collectors.toCollection(ArrayList::new));
        boolean secured = !tried.isEmpty() && tried.get(tried.size() - 1).secured();
        if (secured && tried.size() == 1 && story.isEmpty()) {
            return tried.get(0).outcome().detail();
        }
        tried.forEach(one -> story.add(one.toString()));
        if (!secured) {
            usable.subList(tried.size(), usable.size())
                    .forEach(left -> story.add(left.getHostAddress() + ": no time left to try it"));
        }
        return String.join("; ", story.subList(0, Math.min(story.size(), SHOWN))) + (story.size() > SHOWN ? "; …" : "");
    }

    /** TCP and TLS get a fair share of the time while other addresses wait; the last may use it all. */
    private Tried attempt(InetAddress address, int waiting) {
        long remaining = remaining();
        long turn = Math.max(remaining / waiting, Math.min(LEAST_TURN.toNanos(), remaining / 2));
        Attempt attempt = new Attempt(
                client,
                request,
                address,
                permitted,
                waiting == 1 ? Duration.ZERO : Duration.ofNanos(turn),
                Duration.ofNanos(Math.max(remaining, MILLI)));
        running = attempt;
        if (stopped) {
            attempt.cancel();
        }
        return attempt.run();
    }

    private long remaining() {
        return deadline - System.nanoTime();
    }
}

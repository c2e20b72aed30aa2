package io.github.mtasts.sender;

import io.github.mtasts.call.FakeAlarm;
import io.github.mtasts.call.FakeClock;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.tls.HeldCertificate;

/** One domain as a sender sees it, {@code example.org}: what it publishes changes at a test's word, and calls are counted. */
final class Domain {

    static final String NAME = "example.org";

    /** Spares each sender of a test the reading of the Java runtime's roots. */
    static final X509Certificate UNUSED_ROOT =
            new HeldCertificate.Builder().build().certificate();

    final FakeClock clock = new FakeClock();
    final FakeAlarm alarm = new FakeAlarm();
    final PolicyStore store = PolicyStore.inMemory();
    final Listened listened = new Listened();
    final AtomicInteger lookups = new AtomicInteger();
    final AtomicInteger fetches = new AtomicInteger();
    private volatile CompletableFuture<Lookup<TxtRecord>> record = failed();
    private volatile CompletableFuture<PolicyResponse> policy = new CompletableFuture<>();

    Domain() {
        record(LookupStatus.NO_SUCH_NAME);
        policy(FetchStatus.HOST_NOT_FOUND);
    }

    static String text(String mode, String host, long maxAge) {
        return "version: STSv1\nmode: " + mode + "\nmx: " + host + "\nmax_age: " + maxAge + "\n";
    }

    /** A record with a TTL of a minute. */
    Domain record(String id) {
        record = done(Lookup.found(List.of(TxtRecord.of("v=STSv1; id=" + id))).withTtl(Duration.ofMinutes(1)));
        return this;
    }

    Domain record(Lookup<TxtRecord> lookup) {
        record = done(lookup);
        return this;
    }

    Domain record(LookupStatus status) {
        return record(Lookup.without(status, ""));
    }

    /** A record whose lookup ends when a test says so. */
    Domain record(CompletableFuture<Lookup<TxtRecord>> pending) {
        record = pending;
        return this;
    }

    Domain policy(String text) {
        return policy(PolicyResponse.ok(text));
    }

    Domain policy(FetchStatus status) {
        return policy(PolicyResponse.without(status, ""));
    }

    Domain policy(PolicyResponse response) {
        policy = done(response);
        return this;
    }

    /** A policy whose fetch ends when a test says so. */
    Domain policy(CompletableFuture<PolicyResponse> pending) {
        policy = pending;
        return this;
    }

    MtaStsSenderBuilder builder() {
        return MtaStsSender.builder()
                .resolver(name -> {
                    lookups.incrementAndGet();
                    return record;
                })
                .policyFetcher(url -> {
                    fetches.incrementAndGet();
                    return policy;
                })
                .store(store)
                .listener(listened)
                .trustOnly(UNUSED_ROOT)
                .clock(clock);
    }

    /** A sender in which everything happens on the calling thread, and nothing by chance. */
    MtaStsSender sender() {
        return sender(Runnable::run);
    }

    MtaStsSender sender(Executor executor) {
        return builder().build(executor, alarm, () -> 0);
    }

    /** An MX host under the policy that is in force now. */
    static HostDecision host(MtaStsSender sender, String mxHost) {
        return sender.forHost(sender.policyFor(NAME).join(), mxHost).join();
    }

    /** Lets time pass for the clock and for the alarms. */
    void pass(Duration time) {
        clock.pass(time);
        alarm.pass(time);
    }

    Optional<String> stored() {
        return store.find(io.github.mtasts.syntax.DomainName.parse(NAME).value().orElseThrow())
                .map(policy -> policy.text().decoded());
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }

    private static CompletableFuture<Lookup<TxtRecord>> failed() {
        return done(Lookup.without(LookupStatus.SERVER_FAILURE, ""));
    }
}

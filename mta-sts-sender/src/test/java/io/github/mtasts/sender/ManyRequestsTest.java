package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.call.FakeClock;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many deliveries at once to a hundred domains, whose policies change and expire meanwhile. */
class ManyRequestsTest {

    private static final int DOMAINS = 100;
    private static final int REQUESTS = 10_000;
    private static final int THREADS = 8;
    private static final Duration MAX_AGE = Duration.ofHours(2);

    private final FakeClock clock = new FakeClock();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastFetched = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger();
    private final AtomicInteger fetches = new AtomicInteger();
    private final ExecutorService network = Executors.newFixedThreadPool(4);

    @Test
    void noExpiredPolicyIsAppliedNoValidOneDroppedAndADomainIsFetchedOnceAtATime() throws Exception {
        ExecutorService work = Executors.newFixedThreadPool(4);
        ExecutorService mail = Executors.newFixedThreadPool(THREADS);
        try (MtaStsSender sender = MtaStsSender.builder()
                .resolver(name -> CompletableFuture.supplyAsync(this::record, network))
                .policyFetcher(url -> CompletableFuture.supplyAsync(() -> policy(url), network))
                .trustOnly(Domain.UNUSED_ROOT)
                .clock(clock)
                .build(work, Alarm.on(work), () -> 0)) {

            List<CompletableFuture<Void>> all = IntStream.range(0, THREADS)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> deliver(sender, new Random(thread)), mail))
                    .toList();
            CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();
        } finally {
            mail.shutdown();
            work.shutdown();
            network.shutdown();
        }
        assertThat(broken).isEmpty();
        assertThat(fetches.get()).isGreaterThan(DOMAINS);
        assertThat(underWay.values()).allSatisfy(count -> assertThat(count).hasValue(0));
    }

    private void deliver(MtaStsSender sender, Random random) {
        for (int i = 0; i < REQUESTS / THREADS; i++) {
            if (random.nextInt(50) == 0) {
                clock.pass(Duration.ofMinutes(random.nextInt(90)));
                generation.incrementAndGet();
            }
            String domain = "d" + random.nextInt(DOMAINS) + ".example";
            Instant asked = clock.instant();
            Optional<Instant> known = Optional.ofNullable(lastFetched.get(domain));
            PolicyDecision decision =
                    (random.nextInt(20) == 0 ? sender.recheck(domain) : sender.policyFor(domain)).join();
            judge(domain, decision, asked, known);
        }
    }

    private void judge(String domain, PolicyDecision decision, Instant asked, Optional<Instant> known) {
        boolean applied = decision.policy().isPresent();
        if (applied && !decision.expiresAt().orElseThrow().isAfter(asked)) {
            broken.add(domain + ": expired at " + decision.expiresAt() + ", applied at " + asked);
        }
        boolean valid = known.filter(then -> clock.instant().isBefore(then.plus(MAX_AGE)))
                .isPresent();
        if (!applied && valid) {
            broken.add(domain + ": dropped (" + decision + "), although fetched at " + known);
        }
        decision.fetchedAt().ifPresent(at -> lastFetched.merge(domain, at, (a, b) -> a.isAfter(b) ? a : b));
    }

    private Lookup<TxtRecord> record() {
        int now = generation.get();
        return now % 7 == 3
                ? Lookup.without(io.github.mtasts.spi.LookupStatus.SERVER_FAILURE, "")
                : Lookup.found(List.of(TxtRecord.of("v=STSv1; id=" + now / 5))).withTtl(Duration.ofMinutes(1));
    }

    private PolicyResponse policy(URI url) {
        String domain = url.getHost().substring("mta-sts.".length());
        AtomicInteger count = underWay.computeIfAbsent(domain, none -> new AtomicInteger());
        if (count.incrementAndGet() > 1) {
            broken.add(domain + ": fetched twice at the same time");
        }
        try {
            fetches.incrementAndGet();
            if (generation.get() % 5 == 2) {
                return PolicyResponse.without(io.github.mtasts.spi.FetchStatus.TIMED_OUT, "");
            }
            return PolicyResponse.ok(Domain.text("enforce", "mail.example.org", MAX_AGE.toSeconds()));
        } finally {
            count.decrementAndGet();
        }
    }
}

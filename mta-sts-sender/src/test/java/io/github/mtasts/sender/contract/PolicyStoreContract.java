package io.github.mtasts.sender.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link PolicyStore} does. */
@Timeout(120)
public abstract class PolicyStoreContract {

    private static final DomainName DOMAIN = new DomainName("example.org");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Octets TEXT =
            Octets.of("version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n");
    private static final int THREADS = 8;

    private PolicyStore store;

    /** A store with nothing in it; it is closed after the test if it can be. */
    protected abstract PolicyStore emptyStore() throws Exception;

    @BeforeEach
    final void makeStore() throws Exception {
        store = emptyStore();
    }

    @AfterEach
    final void closeStore() throws Exception {
        if (store instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    @Test
    void anEmptyStoreFindsNothing() {
        assertThat(store.find(DOMAIN)).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void whatWasPutIsFound() {
        StoredPolicy policy = policy("1", NOON);

        store.put(policy);

        assertThat(store.find(DOMAIN)).contains(policy);
        assertThat(store.find(new DomainName("sub.example.org"))).isEmpty();
        assertThat(store.find(new DomainName("example.com"))).isEmpty();
    }

    @Test
    void everyOctetIsKept() {
        String octets = IntStream.range(0, 0x100)
                .mapToObj(octet -> Character.toString(octet))
                .collect(Collectors.joining());
        StoredPolicy policy = new StoredPolicy(DOMAIN, "1", Octets.ofLatin1(octets), NOON);

        store.put(policy);

        assertThat(store.find(DOMAIN)).contains(policy);
        assertThat(all()).containsExactly(policy);
    }

    @Test
    void octetsThatAreNotUtf8AreKept() {
        StoredPolicy policy = new StoredPolicy(DOMAIN, "1", Octets.ofLatin1("\u00C3(\u00FF\u00FE\u0000"), NOON);

        store.put(policy);

        assertThat(store.find(DOMAIN)).contains(policy);
    }

    @Test
    void theEmptyTextAndTheLargestAreKept() {
        StoredPolicy empty = new StoredPolicy(DOMAIN, "1", Octets.of(""), NOON);
        StoredPolicy largest =
                new StoredPolicy(new DomainName("example.com"), "1", Octets.ofLatin1("\u00FF".repeat(64 * 1024)), NOON);

        store.put(empty);
        store.put(largest);

        assertThat(all()).containsExactlyInAnyOrder(empty, largest);
    }

    @Test
    void theLongestDomainAndRecordIdAreKept() {
        DomainName domain = new DomainName(("a".repeat(63) + ".").repeat(3) + "b".repeat(45) + ".example");
        StoredPolicy policy = new StoredPolicy(domain, "Z".repeat(32), TEXT, NOON);

        store.put(policy);

        assertThat(store.find(domain)).contains(policy);
    }

    @Test
    void timesAreKeptToTheMillisecond() {
        List<StoredPolicy> policies = List.of(
                policy("before1970", Instant.parse("1969-12-31T23:59:59.999Z")),
                policy("odd", NOON.plusMillis(1)),
                policy("farAway", Instant.parse("9999-12-31T23:59:59.999Z")));

        for (StoredPolicy policy : policies) {
            store.put(policy);

            assertThat(store.find(DOMAIN)).contains(policy);
        }
    }

    @Test
    void aLaterFetchTakesThePlaceOfAnEarlierOne() {
        store.put(policy("1", NOON));
        store.put(policy("2", NOON.plusMillis(1)));

        assertThat(all()).containsExactly(policy("2", NOON.plusMillis(1)));
    }

    @Test
    void anEarlierFetchDoesNotTakeThePlaceOfALaterOne() {
        store.put(policy("2", NOON));
        store.put(policy("1", NOON.minusMillis(1)));

        assertThat(all()).containsExactly(policy("2", NOON));
    }

    @Test
    void oneThatWasFetchedByAClockADayAheadStays() {
        store.put(policy("2", NOON.plus(PolicyStore.FURTHEST_CLOCK)));
        store.put(policy("1", NOON));

        assertThat(all()).containsExactly(policy("2", NOON.plus(PolicyStore.FURTHEST_CLOCK)));
    }

    @Test
    void oneThatWasFetchedByAClockFurtherAheadGoes() {
        store.put(policy("2", NOON.plus(PolicyStore.FURTHEST_CLOCK).plusMillis(1)));
        store.put(policy("1", NOON));

        assertThat(all()).containsExactly(policy("1", NOON));
    }

    @Test
    void ofFetchesAtTheSameMomentTheLastPutCounts() {
        store.put(policy("1", NOON));
        store.put(policy("2", NOON));

        assertThat(all()).containsExactly(policy("2", NOON));
    }

    @Test
    void aPolicyIsRemovedAsItWasFound() {
        store.put(policy("1", NOON));

        store.remove(store.find(DOMAIN).orElseThrow());

        assertThat(store.find(DOMAIN)).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void aPolicyThatTookThePlaceIsNotRemoved() {
        StoredPolicy policy = policy("1", NOON);
        store.put(policy);

        store.remove(policy("2", NOON));
        store.remove(policy("1", NOON.plusMillis(1)));
        store.remove(new StoredPolicy(DOMAIN, "1", Octets.of(TEXT.decoded() + " "), NOON));
        store.remove(new StoredPolicy(new DomainName("example.com"), "1", TEXT, NOON));

        assertThat(all()).containsExactly(policy);
    }

    @Test
    void removingWhatIsNotThereIsNothing() {
        store.remove(policy("1", NOON));

        assertThat(all()).isEmpty();
    }

    @Test
    void anEarlierFetchCountsAgainOnceTheLaterIsRemoved() {
        store.put(policy("2", NOON));
        store.remove(policy("2", NOON));
        store.put(policy("1", NOON.minusMillis(1)));

        assertThat(all()).containsExactly(policy("1", NOON.minusMillis(1)));
    }

    @Test
    void aWalkGivesEachPolicyOnce() {
        List<StoredPolicy> policies = policies(1000);
        policies.forEach(store::put);

        assertThat(all()).containsExactlyInAnyOrderElementsOf(policies);
    }

    @Test
    void whatTheSinkThrowsEndsTheWalk() {
        policies(3).forEach(store::put);
        List<StoredPolicy> seen = new ArrayList<>();

        assertThatThrownBy(() -> store.forEach(policy -> {
                    seen.add(policy);
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(seen).hasSize(1);
    }

    @Test
    void theSinkMayUseTheStore() {
        policies(600).forEach(store::put);

        store.forEach(policy -> {
            store.find(policy.domain()).ifPresent(store::remove);
            store.put(policy("1", NOON));
        });

        assertThat(all()).containsExactly(policy("1", NOON));
    }

    @Test
    void aWalkHoldsNobodyUp() throws Exception {
        policies(3).forEach(store::put);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            store.forEach(policy -> {
                Future<?> use = other.submit(() -> {
                    store.find(policy.domain()).ifPresent(store::remove);
                    store.put(policy("1", NOON));
                });
                assertThat(use).succeedsWithin(Duration.ofSeconds(60));
            });
        } finally {
            other.shutdownNow();
        }

        assertThat(all()).containsExactly(policy("1", NOON));
    }

    @Test
    void aWalkGivesWhatStaysWhileOthersComeAndGo() throws Exception {
        List<StoredPolicy> staying = policies(600);
        staying.forEach(store::put);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> comingAndGoing = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "guest" + thread + ".example";
                comingAndGoing.add(threads.submit(() -> comeAndGo(new DomainName(name))));
            }
            for (int walk = 0; walk < 10; walk++) {
                assertThat(all()).containsAll(staying).doesNotHaveDuplicates();
            }
            for (Future<?> guest : comingAndGoing) {
                guest.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void comeAndGo(DomainName domain) {
        for (int visit = 0; visit < 50; visit++) {
            StoredPolicy policy = new StoredPolicy(domain, "1", TEXT, NOON.plusSeconds(visit));
            store.put(policy);
            assertThat(store.find(domain)).contains(policy);
            store.remove(policy);
            assertThat(store.find(domain)).isEmpty();
        }
    }

    @Test
    void ofManyPutsAtOnceTheLatestFetchStays() throws Exception {
        List<StoredPolicy> policies = new ArrayList<>();
        for (int domain = 0; domain < 5; domain++) {
            for (int fetch = 0; fetch < 100; fetch++) {
                policies.add(new StoredPolicy(
                        new DomainName("d" + domain + ".example"), "id" + fetch, TEXT, NOON.plusMillis(fetch)));
            }
        }
        Collections.shuffle(policies, new Random(8461));

        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<?> put : threads.invokeAll(policies.stream()
                    .map(policy -> Executors.callable(() -> store.put(policy)))
                    .toList())) {
                put.get();
            }
        } finally {
            threads.shutdownNow();
        }

        Set<String> kept = new TreeSet<>();
        store.forEach(policy -> kept.add(policy.domain() + " " + policy.recordId()));
        assertThat(kept)
                .containsExactly(
                        "d0.example id99", "d1.example id99", "d2.example id99", "d3.example id99", "d4.example id99");
    }

    private List<StoredPolicy> all() {
        List<StoredPolicy> all = new ArrayList<>();
        store.forEach(all::add);
        return all;
    }

    private static StoredPolicy policy(String recordId, Instant fetchedAt) {
        return new StoredPolicy(DOMAIN, recordId, TEXT, fetchedAt);
    }

    private static List<StoredPolicy> policies(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StoredPolicy(new DomainName("p" + i + ".example"), "id" + i, TEXT, NOON))
                .toList();
    }
}

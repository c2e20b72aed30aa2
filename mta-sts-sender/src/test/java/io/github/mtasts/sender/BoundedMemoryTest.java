package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** An attacker who makes us mail to many domains of his fills no memory. */
class BoundedMemoryTest {

    private static final int LARGEST = 64 * 1024;

    private final Domain domain = new Domain().record("a");

    @Test
    void policiesOfHostileSizeAreKeptInSmallNumber() {
        StringBuilder policy = new StringBuilder("version: STSv1\nmode: enforce\nmax_age: 604800\n");
        while (policy.length() < LARGEST - 8) {
            policy.append("mx: a\n");
        }
        domain.policy(policy.toString());
        try (MtaStsSender sender = domain.sender()) {
            for (int i = 0; i < 400; i++) {
                sender.policyFor("d" + i + ".example").join();
            }
            assertThat(sender.cached().size()).isBetween(50, 250);
        }
    }

    @Test
    void aFloodOfDomainsWithoutAPolicyDisplacesNoPolicy() {
        KnownDomains domains = new KnownDomains(PolicyStore.inMemory(), domain.clock, () -> 0);
        Instant now = domain.clock.instant();
        StoredPolicy stored = new StoredPolicy(
                new DomainName(Domain.NAME), "a", Octets.of(Domain.text("enforce", "a.example", 604_800)), now);
        Known known = Known.nothing(stored.domain());
        domains.learned(known, known.recalled(stored, 0, now).orElseThrow());
        for (int i = 0; i < 300_000; i++) {
            Known other = Known.nothing(new DomainName("d" + i + ".example"));
            domains.learned(other, other);
        }
        assertThat(domains.inForce()).hasSize(1);
    }

    @Test
    void theStoreInMemoryIsBoundedToo() {
        PolicyStore store = PolicyStore.inMemory();
        String text = "x".repeat(LARGEST);
        for (int i = 0; i < 2_000; i++) {
            store.put(new StoredPolicy(
                    new DomainName("d" + i + ".example"), "a", Octets.of(text), domain.clock.instant()));
        }
        AtomicLong kept = new AtomicLong();
        store.forEach(policy -> kept.addAndGet(policy.text().length()));
        assertThat(kept.get()).isLessThanOrEqualTo(64L << 20);
    }

    @Test
    void remoteTextIsKeptInPartOnly() {
        domain.policy(PolicyResponse.answer(200)
                .contentType("text/" + "x".repeat(200_000))
                .build());
        try (MtaStsSender sender = domain.sender()) {
            assertThat(sender.policyFor(Domain.NAME).join().detail().length()).isLessThan(400);
        }
    }
}

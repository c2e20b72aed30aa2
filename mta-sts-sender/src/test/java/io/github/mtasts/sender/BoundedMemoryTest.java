package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.PolicyResponse;
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
    void theStoreInMemoryIsBoundedToo() {
        PolicyStore store = PolicyStore.inMemory();
        String text = "x".repeat(LARGEST);
        for (int i = 0; i < 2_000; i++) {
            store.put(new StoredPolicy(
                    new io.github.mtasts.syntax.DomainName("d" + i + ".example"), "a", text, domain.clock.instant()));
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

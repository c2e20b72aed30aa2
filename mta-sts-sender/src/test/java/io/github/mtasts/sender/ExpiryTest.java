package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8461, section 3.2: how long a policy lives. */
class ExpiryTest {

    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    private final Domain domain = new Domain().record("a");

    @ParameterizedTest
    @ValueSource(longs = {60, 86_400, 604_800, 31_557_600})
    void aPolicyIsInForceUntilTheLastMomentOfItsMaxAgeAndNotAtItsEnd(long maxAge) {
        try (MtaStsSender sender = fetched(maxAge)) {
            domain.clock.pass(Duration.ofSeconds(maxAge).minus(A_MILLISECOND));
            assertThat(sender.policyFor(Domain.NAME).join().isEnforced()).isTrue();

            domain.record(io.github.mtasts.spi.LookupStatus.NO_SUCH_NAME);
            domain.clock.pass(A_MILLISECOND);
            assertThat(sender.policyFor(Domain.NAME).join().policy()).isEmpty();
        }
    }

    @Test
    void aMaxAgeAboveTheMaximumIsCapped() {
        try (MtaStsSender sender = fetched(9_999_999_999L)) {
            PolicyDecision decision = sender.policyFor(Domain.NAME).join();
            assertThat(decision.expiresAt())
                    .contains(decision.fetchedAt().orElseThrow().plusSeconds(31_557_600));
        }
    }

    @Test
    void aMaxAgeOfZeroIsOverBeforeItBegins() {
        try (MtaStsSender sender = fetched(0)) {
            PolicyDecision decision = sender.policyFor(Domain.NAME).join();
            assertThat(decision.reason()).isEqualTo(DecisionReason.EXPIRED);
            assertThat(decision.policy()).isEmpty();
        }
    }

    @Test
    void theLifetimeCountsFromTheBeginningOfTheFetch() {
        var pending = new java.util.concurrent.CompletableFuture<io.github.mtasts.spi.PolicyResponse>();
        domain.policy(pending);
        try (MtaStsSender sender = domain.sender()) {
            var decision = sender.policyFor(Domain.NAME);
            var begun = domain.clock.instant();
            domain.clock.pass(Duration.ofSeconds(10));
            pending.complete(
                    io.github.mtasts.spi.PolicyResponse.ok(Domain.text("enforce", "mail.example.org", 604_800)));

            assertThat(decision.join().fetchedAt()).contains(begun);
            assertThat(decision.join().age()).contains(Duration.ofSeconds(10));
        }
    }

    @Test
    void theSameIdDoesNotLengthenTheLifetime() {
        try (MtaStsSender sender = fetched(604_800)) {
            var expiry = sender.policyFor(Domain.NAME).join().expiresAt();
            domain.clock.pass(Duration.ofHours(2));
            assertThat(sender.recheck(Domain.NAME).join().expiresAt()).isEqualTo(expiry);
        }
    }

    private MtaStsSender fetched(long maxAge) {
        domain.policy(Domain.text("enforce", "mail.example.org", maxAge));
        MtaStsSender sender = domain.sender();
        sender.policyFor(Domain.NAME).join();
        return sender;
    }
}

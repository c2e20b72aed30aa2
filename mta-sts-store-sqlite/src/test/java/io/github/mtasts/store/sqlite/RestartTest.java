package io.github.mtasts.store.sqlite;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the store is for: a sender that was restarted, and is cut off from the world. */
@Timeout(60)
class RestartTest {

    @Test
    void thePolicyIsInForceBeforeAnythingIsLookedUp(@TempDir Path folder) {
        Path file = folder.resolve("policies.db");
        PolicyDecision before = decision(
                file,
                name -> completedFuture(Lookup.found(List.of(TxtRecord.of("v=STSv1; id=1")))),
                url -> completedFuture(
                        PolicyResponse.ok(Policies.of("example.org").text().decoded())));

        PolicyDecision after = decision(
                file,
                name -> completedFuture(Lookup.without(LookupStatus.SERVER_FAILURE, "")),
                url -> completedFuture(PolicyResponse.without(FetchStatus.CONNECT_FAILED, "")));

        assertThat(before.reason()).isEqualTo(DecisionReason.FETCHED);
        assertThat(after.reason()).isEqualTo(DecisionReason.CACHED);
        assertThat(after.isEnforced()).isTrue();
        assertThat(after.fetchedAt()).isEqualTo(before.fetchedAt());
    }

    private static PolicyDecision decision(Path file, TxtResolver resolver, PolicyFetcher fetcher) {
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file);
                MtaStsSender sender = MtaStsSender.builder()
                        .resolver(resolver)
                        .policyFetcher(fetcher)
                        .store(store)
                        .build()) {
            return sender.policyFor("example.org").join();
        }
    }
}

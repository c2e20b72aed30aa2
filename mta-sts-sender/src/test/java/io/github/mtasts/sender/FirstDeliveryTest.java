package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import org.junit.jupiter.api.Test;

/** A domain is met for the first time. */
class FirstDeliveryTest {

    @Test
    void aPublishedPolicyIsInForceAtOnce() {
        try (MtaStsSender sender = MtaStsSender.builder()
                .resolver(FakeDns.with().txt("_mta-sts.example.org", "v=STSv1; id=1"))
                .policyFetcher(FakePolicies.with()
                        .policy(
                                "example.org",
                                "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n"))
                .build()) {

            PolicyDecision decision = sender.policyFor("example.org").join();

            assertThat(decision.reason()).isEqualTo(DecisionReason.FETCHED);
            assertThat(decision.isEnforced()).isTrue();
            assertThat(decision.match("mail.example.org")).contains(new MxPattern("mail.example.org"));
            assertThat(decision.match("mail.example.com")).isEmpty();
        }
    }

    @Test
    void aDomainWithoutARecordHasNone() {
        try (MtaStsSender sender = MtaStsSender.builder()
                .resolver(FakeDns.with())
                .policyFetcher(FakePolicies.with())
                .build()) {

            assertThat(sender.policyFor("example.org").join().reason()).isEqualTo(DecisionReason.NO_RECORD);
        }
    }
}

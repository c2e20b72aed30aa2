package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mtasts.syntax.StsPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's word counts before that of the domain. */
class OperatorRulesTest {

    private static final StsPolicy PINNED = StsPolicy.parse(Domain.text("enforce", "mail.example.org", 0))
            .value()
            .orElseThrow();

    private final Domain domain = new Domain().record("a").policy(Domain.text("enforce", "other.example.org", 604_800));

    @Test
    void aDomainThatIsSkippedHasNoPolicyAndCostsNoLookup() {
        try (MtaStsSender sender = with(Map.of("example.org", OperatorRule.skip()))) {
            PolicyDecision decision = sender.policyFor(Domain.NAME).join();
            assertThat(decision.reason()).isEqualTo(DecisionReason.SKIPPED);
            assertThat(decision.policy()).isEmpty();
            assertThat(domain.lookups).hasValue(0);
        }
    }

    @Test
    void aPinnedPolicyIsInForceAndNeverExpires() {
        try (MtaStsSender sender = with(Map.of("example.org", OperatorRule.pin(PINNED)))) {
            domain.clock.pass(java.time.Duration.ofDays(1_000));
            PolicyDecision decision = sender.recheck(Domain.NAME).join();
            assertThat(decision.reason()).isEqualTo(DecisionReason.PINNED);
            assertThat(decision.policy()).contains(PINNED);
            assertThat(decision.expiresAt()).isEmpty();
            assertThat(domain.lookups).hasValue(0);
        }
    }

    @Test
    void aRuleCountsBeforeACachedPolicy() {
        try (MtaStsSender before = domain.sender()) {
            before.policyFor(Domain.NAME).join();
        }
        try (MtaStsSender sender = with(Map.of("example.org", OperatorRule.skip()))) {
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.SKIPPED);
        }
    }

    @Test
    void aRuleStopsTheRefreshOfACachedPolicy() {
        try (MtaStsSender before = domain.sender()) {
            before.policyFor(Domain.NAME).join();
        }
        domain.lookups.set(0);
        try (MtaStsSender sender = with(Map.of("example.org", OperatorRule.skip()))) {
            domain.clock.pass(java.time.Duration.ofDays(1));
            domain.alarm.pass(Schedule.SWEEP);
            assertThat(sender.cached()).hasSize(1);
            assertThat(domain.lookups).hasValue(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, SKIPPED",
        "EXAMPLE.ORG., SKIPPED",
        "a.example.org, FETCHED",
        "a.example.net, SKIPPED",
        "a.b.example.net, SKIPPED",
        "example.net, FETCHED",
        "badexample.net, FETCHED",
        "keep.example.net, PINNED",
        "deep.keep.example.net, SKIPPED"
    })
    void theLongestNameThatFitsCounts(String name, DecisionReason reason) {
        try (MtaStsSender sender = with(Map.of(
                "example.org", OperatorRule.skip(),
                ".Example.NET", OperatorRule.skip(),
                "keep.example.net", OperatorRule.pin(PINNED)))) {
            assertThat(sender.policyFor(name).join().reason()).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "*.example.org", "exa mple.org", "..example.org"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperatorRules.of(Map.of(name, OperatorRule.skip())))
                .withMessageContaining(name);
    }

    @Test
    void rulesThatThrowLeaveTheDomainToItself() {
        OperatorRules broken = name -> {
            throw new IllegalStateException("no rules today");
        };
        try (MtaStsSender sender = domain.builder().rules(broken).build(Runnable::run, domain.alarm, () -> 0)) {
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
        }
    }

    private MtaStsSender with(Map<String, OperatorRule> rules) {
        return domain.builder().rules(OperatorRules.of(rules)).build(Runnable::run, domain.alarm, () -> 0);
    }
}

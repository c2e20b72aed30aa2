package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.OperatorRule;
import io.github.mtasts.sender.OperatorRules;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The attributes of Postfix 3.10.5 and later. */
class PolicyAttributesTest {

    private static final String HEAD = "version: STSv1\nmode: enforce\nmax_age: 604800\n";

    @Test
    void theyHoldThePolicy() {
        assertThat(answer(fetched(HEAD + "mx: MX1.Example.org\nmx: *.backup.example\n"), "mx1.example.org"))
                .isEqualTo(new Answer(
                        AnswerReason.ENFORCED,
                        "secure match=mx1.example.org servername=hostname policy_ttl=604800 policy_type=sts"
                                + " policy_domain=example.org mx_host_pattern=mx1.example.org"
                                + " mx_host_pattern=*.backup.example { policy_string = version: STSv1 }"
                                + " { policy_string = mode: enforce } { policy_string = mx: MX1.Example.org }"
                                + " { policy_string = mx: *.backup.example } { policy_string = max_age: 604800 }"));
    }

    @Test
    void whereNoHostIsCoveredPostfixRefusesAndReports() {
        Answer answer = answer(fetched(HEAD + "mx: mx1.example.org\n"), "mx.stranger.example");

        assertThat(answer.reason()).isEqualTo(AnswerReason.NONE_COVERED_REPORTED);
        assertThat(answer.text())
                .startsWith("secure match=no-mx-host-is-covered.invalid servername=hostname"
                        + " policy_failure=validation-failure policy_ttl=604800 policy_type=sts");
    }

    @Test
    void aPinnedPolicyHasNoTtl() {
        StsPolicy policy =
                StsPolicy.parse(HEAD + "mx: mx1.example.org\n").value().orElseThrow();

        assertThat(PolicyAttributes.of(pinned(policy)))
                .startsWith(" policy_type=sts policy_domain=example.org mx_host_pattern=mx1.example.org {");
    }

    // braces would end the attribute
    @Test
    void aLineWithBracesOrOtherThanAsciiIsLeftOut() {
        assertThat(
                        PolicyAttributes.of(
                                fetched(
                                        HEAD
                                                + "mx: mx1.example.org\nx-a: 1 } secure match=evil.example {\nx-b: {\nx-c: \u00E9\nx-d: fine\n")))
                .doesNotContain("evil", "x-b", "x-c")
                .endsWith(" { policy_string = max_age: 604800 } { policy_string = x-d: fine }");
    }

    // Postfix would look for the address in the certificate
    @Test
    void anAddressIsNotAPattern() {
        assertThat(PolicyAttributes.of(fetched(HEAD + "mx: 192.0.2.1\nmx: mx1.example.org\n")))
                .contains(" mx_host_pattern=mx1.example.org ")
                .doesNotContain("mx_host_pattern=192");
    }

    @Test
    void aLongPolicyLosesItsLinesBeforeItsPatterns() {
        String attributes = PolicyAttributes.of(fetched(HEAD + patterns(1000)));

        assertThat(attributes).contains("mx_host_pattern=mx999.example.org").doesNotContain("policy_string");
        assertThat(attributes.length()).isLessThan(50_000);
    }

    @Test
    void withTooManyPatternsTheNamesAloneAreGiven() {
        assertThat(answer(fetched(HEAD + patterns(2500)), "mx7.example.org").text())
                .isEqualTo("secure match=mx7.example.org servername=hostname");
    }

    private static String patterns(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "mx: mx" + i + ".example.org\n")
                .collect(Collectors.joining());
    }

    private static Answer answer(PolicyDecision decision, String mxHost) {
        try (MtaStsSender sender = MtaStsSender.builder()
                .resolver(FakeDns.with())
                .policyFetcher(FakePolicies.with())
                .build()) {
            return new TlsPolicy(true)
                    .answer(decision, List.of(sender.forHost(decision, mxHost).join()));
        }
    }

    private static PolicyDecision fetched(String text) {
        try (MtaStsSender sender = MtaStsSender.builder()
                .resolver(FakeDns.with()
                        .txt("_mta-sts.example.org", "v=STSv1; id=1")
                        .ttl("_mta-sts.example.org", Duration.ofMinutes(5)))
                .policyFetcher(FakePolicies.with().policy("example.org", text))
                .clock(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC))
                .build()) {
            return sender.policyFor("example.org").join();
        }
    }

    private static PolicyDecision pinned(StsPolicy policy) {
        try (MtaStsSender sender = MtaStsSender.builder()
                .resolver(FakeDns.with())
                .policyFetcher(FakePolicies.with())
                .rules(OperatorRules.of(Map.of("example.org", OperatorRule.pin(policy))))
                .build()) {
            return sender.policyFor("example.org").join();
        }
    }
}

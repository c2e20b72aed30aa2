package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An MX host that no pattern covers, beside a pattern that was perhaps meant for it. */
class NearPatternTest {

    @Test
    void theIssueOfTheHostPointsAtIt() {
        assertThat(message(
                        IssueCode.MX_NOT_COVERED,
                        List.of("mx1.example.org", "mial.example.org"),
                        "mx1.example.org",
                        "mail.example.org"))
                .isEqualTo("No pattern of the policy matches the MX host mail.example.org."
                        + " The pattern mial.example.org is one typing error away from mail.example.org."
                        + " Senders that enforce the policy do not deliver there. Senders that hold an earlier policy go on"
                        + " applying it until its max_age ends.");
    }

    @Test
    void soDoesTheIssueOfAllHosts() {
        assertThat(message(IssueCode.MX_NONE_COVERED, List.of("mail.example.net"), "a.example.org", "mail.example.org"))
                .contains(": a.example.org, mail.example.org. The pattern mail.example.net ends in another top-level"
                        + " domain than mail.example.org. Senders");
    }

    @Test
    void aPatternThatCoversAHostIsNotASlip() {
        assertThat(message(
                        IssueCode.MX_NOT_COVERED, List.of("mial.example.org"), "mial.example.org", "mail.example.org"))
                .doesNotContain("typing error");
    }

    @Test
    void aSlipInTheMxRecordsIsNotPointedAt() {
        assertThat(message(IssueCode.MX_NONE_COVERED, List.of("example.org.example.og"), "example.org.example.org"))
                .doesNotContain("typing error");
    }

    private static String message(IssueCode code, List<String> patterns, String... hosts) {
        String policy = "version: STSv1\nmode: enforce\nmax_age: 604800\n"
                + String.join(
                        "",
                        patterns.stream()
                                .map(pattern -> "mx: " + pattern + "\n")
                                .toList());
        return HealthyDomain.judge(HealthyDomain.evidence()
                        .mx(Lookup.found(Arrays.stream(hosts)
                                .map(host -> new MxHost(10, host))
                                .toList()))
                        .policy(HealthyDomain.served(policy))
                        .build())
                .issues()
                .stream()
                .filter(issue -> issue.code() == code)
                .map(Issue::message)
                .findFirst()
                .orElseThrow();
    }
}

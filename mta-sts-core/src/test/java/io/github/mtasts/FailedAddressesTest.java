package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of the addresses that fail, in plain words. */
class FailedAddressesTest {

    private static final FetchAttempt REFUSED =
            new FetchAttempt("192.0.2.1", FetchStatus.CONNECT_FAILED, "Connection refused");
    private static final FetchAttempt ANSWERED = new FetchAttempt("192.0.2.2", FetchStatus.OK, "");
    private static final PolicyResponse SERVED = HealthyDomain.served(HealthyDomain.POLICY);

    @Test
    void oneAddressAnswersAndAnotherDoesNot() {
        assertThat(message(SERVED, REFUSED, ANSWERED))
                .isEqualTo("mta-sts.example.org answered at another address, but not at 192.0.2.1 (Connection refused):"
                        + " a sender that picks that address sees no policy.");
    }

    @Test
    void severalAddressesDoNotAnswer() {
        assertThat(message(SERVED, REFUSED, new FetchAttempt("::1", FetchStatus.TIMED_OUT, ""), ANSWERED))
                .isEqualTo("mta-sts.example.org answered at another address, but not at 192.0.2.1 (Connection refused),"
                        + " ::1 (no complete response in time): a sender that picks one of those addresses sees no"
                        + " policy.");
    }

    @Test
    void anAddressThatAnswersBadlyIsNotSaidToAnswer() {
        assertThat(message(PolicyResponse.answer(404).build(), REFUSED, ANSWERED))
                .isEqualTo("Another address of mta-sts.example.org fails too: 192.0.2.1 (Connection refused).");
        assertThat(message(
                        PolicyResponse.without(FetchStatus.TLS_EXPIRED, ""),
                        REFUSED,
                        new FetchAttempt("::1", FetchStatus.TLS_EXPIRED, "")))
                .isEqualTo("Another address of mta-sts.example.org fails too: 192.0.2.1 (Connection refused).");
    }

    @ParameterizedTest
    @EnumSource(
            value = FetchStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OK", "NETWORK_UNREACHABLE", "NOT_ATTEMPTED"})
    void noStatusIsPrintedAsAConstant(FetchStatus status) {
        assertThat(message(SERVED, new FetchAttempt("192.0.2.1", status, ""), ANSWERED))
                .containsPattern("\\(((an?|no|not) )")
                .doesNotContain(
                        status.name(),
                        status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    @Test
    void whereNoAddressServesThePolicyNoneIsToBeRemoved() {
        PolicyResponse unreached = PolicyResponse.without(FetchStatus.NETWORK_UNREACHABLE, "").toBuilder()
                .addresses(List.of("192.0.2.1", "2001:db8::1"))
                .build();
        FetchAttempt[] attempts = {
            new FetchAttempt("192.0.2.1", FetchStatus.CONNECT_FAILED, ""),
            new FetchAttempt("2001:db8::1", FetchStatus.NETWORK_UNREACHABLE, "")
        };

        assertThat(issue(IssueCode.FETCH_ADDRESS_FAILED, unreached, attempts).remedy())
                .isEqualTo("Serve the policy at every address of the policy host.");
        assertThat(issue(IssueCode.FETCH_NETWORK_UNREACHABLE, unreached, attempts)
                        .message())
                .isEqualTo("This machine has no way to the IPv6 address 2001:db8::1 of mta-sts.example.org.");
    }

    private static String message(PolicyResponse response, FetchAttempt... attempts) {
        return issue(IssueCode.FETCH_ADDRESS_FAILED, response, attempts).message();
    }

    private static Issue issue(IssueCode code, PolicyResponse response, FetchAttempt... attempts) {
        return HealthyDomain.judge(HealthyDomain.evidence()
                        .policy(response.toBuilder().attempts(List.of(attempts)).build())
                        .build())
                .issues()
                .stream()
                .filter(issue -> issue.code() == code)
                .findFirst()
                .orElseThrow();
    }
}

package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What calls cost the client that makes them. */
class ChargeTest {

    private final AtomicInteger charged = new AtomicInteger();
    private final List<String> checked = new ArrayList<>();

    @Test
    void aCheckIsChargedOnceToTheRequestingClient() throws Exception {
        call(charged::addAndGet, "check_mta_sts", "\"domain\":\"example.org\"");

        assertThat(charged).hasValue(1);
    }

    @Test
    void eachOfSeveralDomainsIsCharged() throws Exception {
        call(charged::addAndGet, "check_mta_sts", "\"domains\":[\"example.org\",\"example.net\"]");

        assertThat(charged).hasValue(2);
    }

    @Test
    void aToolThatNeedsNoNetworkIsFree() throws Exception {
        call(charged::addAndGet, "lint_policy", "\"text\":\"version: STSv1\"");
        call(charged::addAndGet, "explain_issue", "\"code\":\"POLICY_MX_INVALID\"");

        assertThat(charged).hasValue(0);
    }

    @Test
    void aCallThatCannotBeAnsweredIsFree() throws Exception {
        call(charged::addAndGet, "check_mta_sts", "\"domain\":\"192.0.2.1\"");

        assertThat(charged).hasValue(0);
    }

    @Test
    void aClientWithNothingLeftGetsRetryAfterAndNothingIsChecked() throws Exception {
        ProblemException tooMany = ProblemException.retryAfter(
                Problem.of(ProblemKind.TOO_MANY_CHECKS, "Too few checks are left. Try again in 3 seconds."),
                Duration.ofSeconds(3));

        String answer = call(
                checks -> {
                    throw tooMany;
                },
                "check_mta_sts",
                "\"domain\":\"example.org\"");

        assertThat(answer).contains("\"isError\":true", "Too few checks are left. Try again in 3 seconds.");
        assertThat(checked).isEmpty();
    }

    @Test
    void aBugIsReportedWithoutItsInside() throws Exception {
        String answer = call(
                checks -> {
                    throw new IllegalStateException("secret");
                },
                "check_mta_sts",
                "\"domain\":\"example.org\"");

        assertThat(answer).contains("\"isError\":true", "a bug in the server").doesNotContain("secret");
    }

    private String call(IntConsumer charge, String tool, String arguments) throws Exception {
        Checks checks = new Checks(
                domain -> {
                    checked.add(domain);
                    return CompletableFuture.completedFuture(
                            MtaStsReport.of(Evidence.builder().domain(domain).build(), Thresholds.recommended()));
                },
                1,
                () -> 0,
                (report, time) -> {});
        String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{" + arguments + "}}}";
        return new McpServer(checks, Clock.systemUTC(), "1")
                .answer(message.getBytes(StandardCharsets.UTF_8), new Caller("client", charge))
                .join()
                .orElseThrow();
    }
}

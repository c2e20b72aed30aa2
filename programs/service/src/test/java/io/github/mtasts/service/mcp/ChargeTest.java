package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.modelcontextprotocol.common.McpTransportContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What calls cost the client that makes them. */
class ChargeTest {

    private static final McpTransportContext CLIENT = McpTransportContext.create(Map.of("client", "alice"));
    private final List<McpTransportContext> charged = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();

    @Test
    void aCheckIsChargedOnceToTheClientThatAsks() throws Exception {
        call(charged::add, "check_mta_sts", "\"domain\":\"example.org\"");

        assertThat(charged).containsExactly(CLIENT);
    }

    @Test
    void whatNeedsNoNetworkIsFree() throws Exception {
        call(charged::add, "lint_policy", "\"text\":\"version: STSv1\"");
        call(charged::add, "explain_issue", "\"code\":\"POLICY_MX_INVALID\"");

        assertThat(charged).isEmpty();
    }

    @Test
    void aCallThatCannotBeAnsweredIsFree() throws Exception {
        call(charged::add, "check_mta_sts", "\"domain\":\"192.0.2.1\"");

        assertThat(charged).isEmpty();
    }

    @Test
    void aClientWithNothingLeftIsToldWhenToComeBackAndNothingIsChecked() throws Exception {
        ProblemException tooMany = ProblemException.retryAfter(
                Problem.of(429, "Too many requests", "Too few checks are left. Try again in 3 seconds."),
                Duration.ofSeconds(3));

        String answer = call(
                client -> {
                    throw tooMany;
                },
                "check_mta_sts",
                "\"domain\":\"example.org\"");

        assertThat(answer).contains("\"isError\":true", "Too few checks are left. Try again in 3 seconds.");
        assertThat(checked).isEmpty();
    }

    @Test
    void aBugIsToldWithoutItsInside() throws Exception {
        String answer = call(
                client -> {
                    throw new IllegalStateException("secret");
                },
                "check_mta_sts",
                "\"domain\":\"example.org\"");

        assertThat(answer).contains("\"isError\":true", "a bug of the server").doesNotContain("secret");
    }

    private String call(Consumer<McpTransportContext> charge, String tool, String arguments) throws Exception {
        Checks checks = new Checks(
                domain -> {
                    checked.add(domain);
                    return CompletableFuture.completedFuture(
                            MtaStsReport.of(Evidence.builder().domain(domain).build(), Thresholds.recommended()));
                },
                1,
                () -> 0,
                (verdict, time) -> {});
        String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{" + arguments + "}}}";
        return McpTools.serve(checks, charge, Clock.systemUTC(), "1")
                .answer(message.getBytes(StandardCharsets.UTF_8), CLIENT)
                .join()
                .orElseThrow();
    }
}

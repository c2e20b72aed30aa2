package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.call.FakeAlarm;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One check: what is asked, when it ends, and that nothing of it stays behind. */
class CheckTest {

    private final FakeAlarm alarm = new FakeAlarm();
    private final OpenPorts ports = new OpenPorts();
    private final MtaStsChecker checker = ports.builder()
            .clock(Clock.fixed(Instant.parse("2026-11-24T12:00:00.5Z"), ZoneOffset.UTC))
            .build(Runnable::run, alarm);

    @Test
    void allFourAreAskedBeforeAnyAnswers() {
        checker.checkAsync("Example.ORG.");

        assertThat(ports.asked)
                .containsExactlyInAnyOrder(
                        "TXT _mta-sts.example.org",
                        "TXT _smtp._tls.example.org",
                        "MX example.org",
                        "GET https://mta-sts.example.org/.well-known/mta-sts.txt");
    }

    @Test
    void theReportComesWithTheLastAnswer() {
        CompletableFuture<MtaStsReport> report = checker.checkAsync("example.org");
        ports.record.complete(OpenPorts.RECORD);
        ports.tlsRpt.complete(OpenPorts.NO_TLS_RPT);
        ports.hosts.complete(OpenPorts.HOSTS);
        assertThat(report).isNotDone();

        ports.policy.complete(OpenPorts.POLICY);

        assertThat(report.join().verdict()).isEqualTo(Verdict.ENFORCED);
    }

    @Test
    void theReportBearsTheWholeSecondOfItsBeginning() {
        ports.answerTheRest();

        assertThat(checker.check("example.org").checkedAt()).contains(Instant.parse("2026-11-24T12:00:00Z"));
    }

    @Test
    void checkGivesTheReportOfCheckAsync() {
        ports.answerTheRest();

        assertThat(checker.check("example.org"))
                .isEqualTo(checker.checkAsync("example.org").join());
    }

    @Test
    void noAlarmStaysAfterACheck() {
        checker.checkAsync("example.org");
        assertThat(alarm.pending()).isEqualTo(5);

        ports.answerTheRest();

        assertThat(alarm.pending()).isZero();
    }

    @Test
    void noAlarmStaysAfterADeadline() {
        checker.checkAsync("example.org");

        alarm.pass(Duration.ofSeconds(20));

        assertThat(alarm.pending()).isZero();
    }

    @Test
    void noAlarmStaysAfterACancellation() {
        checker.checkAsync("example.org").cancel(true);

        assertThat(alarm.pending()).isZero();
    }

    @Test
    void cancellingLetsGoOfEveryCall() {
        checker.checkAsync("example.org").cancel(true);

        assertThat(ports.calls()).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void cancellingLeavesAnswersAlone() {
        CompletableFuture<MtaStsReport> report = checker.checkAsync("example.org");
        ports.hosts.complete(OpenPorts.HOSTS);

        report.cancel(true);

        assertThat(ports.hosts.join()).isEqualTo(OpenPorts.HOSTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "no spaces.example", "-a.example", "a..b", "192.0.2.1", "\0"})
    void anInvalidNameCostsNoCallAndNoAlarm(String name) {
        MtaStsReport report = checker.check(name);

        assertThat(ports.asked).isEmpty();
        assertThat(alarm.pending()).isZero();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.domain()).isEqualTo(name);
        assertThat(report.issues()).extracting(Issue::code).containsExactly(IssueCode.DOMAIN_INVALID);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsTheCallersMistake() {
        assertThatNullPointerException().isThrownBy(() -> checker.check(null)).withMessage("domain");
        assertThatNullPointerException()
                .isThrownBy(() -> checker.checkAsync(null))
                .withMessage("domain");
    }

    @Test
    void anInterruptedCheckCancelsAndKeepsTheFlag() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        CountDownLatch asked = new CountDownLatch(1);
        MtaStsChecker waiting = ports.builder()
                .policyFetcher(url -> {
                    asked.countDown();
                    return ports.policy;
                })
                .build(Runnable::run, alarm);
        Thread thread = new Thread(() -> {
            try {
                waiting.check("example.org");
            } catch (CancellationException cancelled) {
                thrown.set(cancelled);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        asked.await();

        thread.interrupt();
        thread.join();

        assertThat(thrown.get()).hasMessageContaining("interrupted").hasCauseInstanceOf(InterruptedException.class);
        assertThat(flag).isTrue();
        assertThat(ports.calls()).allMatch(CompletableFuture::isCancelled);
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void aThreadThatCameInterruptedStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> checker.check("example.org")).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ports.calls()).allMatch(CompletableFuture::isCancelled);
    }
}

package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.FakeAlarm;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A silent port costs its own deadline, and none of the others' issues. */
class DeadlinesTest {

    private static final Duration LOOKUP = Duration.ofSeconds(10);
    private static final Duration FETCH = Duration.ofSeconds(20);
    private static final Duration WHOLE = Duration.ofSeconds(30);

    private final FakeAlarm alarm = new FakeAlarm();
    private final OpenPorts ports = new OpenPorts();

    private CompletableFuture<MtaStsReport> check() {
        return ports.builder().build(Runnable::run, alarm).checkAsync("example.org");
    }

    @Test
    void aSilentRecordLookupTimesOutAfterTheLookupsDeadline() {
        CompletableFuture<MtaStsReport> report = check();
        ports.tlsRpt.complete(OpenPorts.NO_TLS_RPT);
        ports.hosts.complete(OpenPorts.HOSTS);
        ports.policy.complete(OpenPorts.POLICY);

        alarm.pass(LOOKUP.minusMillis(1));
        assertThat(report).isNotDone();

        alarm.pass(Duration.ofMillis(1));
        assertThat(report.join().evidence().mtaStsTxt()).isEqualTo(timedOut("no answer within 10 s"));
        assertThat(report.join().evidence().policy()).isEqualTo(OpenPorts.POLICY);
        assertThat(report.join().evidence().mx()).isEqualTo(OpenPorts.HOSTS);
        assertThat(report.join().evidence().tlsRptTxt()).isEqualTo(OpenPorts.NO_TLS_RPT);
    }

    @Test
    void aSilentTlsRptLookupTimesOutAfterTheLookupsDeadline() {
        CompletableFuture<MtaStsReport> report = check();
        ports.record.complete(OpenPorts.RECORD);
        ports.hosts.complete(OpenPorts.HOSTS);
        ports.policy.complete(OpenPorts.POLICY);

        alarm.pass(LOOKUP);

        assertThat(report.join().evidence().tlsRptTxt().status()).isEqualTo(LookupStatus.TIMED_OUT);
        assertThat(report.join().evidence().mtaStsTxt()).isEqualTo(OpenPorts.RECORD);
    }

    @Test
    void aSilentMxLookupTimesOutAfterTheLookupsDeadline() {
        CompletableFuture<MtaStsReport> report = check();
        ports.record.complete(OpenPorts.RECORD);
        ports.tlsRpt.complete(OpenPorts.NO_TLS_RPT);
        ports.policy.complete(OpenPorts.POLICY);

        alarm.pass(LOOKUP);

        assertThat(report.join().evidence().mx().status()).isEqualTo(LookupStatus.TIMED_OUT);
        assertThat(report.join().evidence().policy()).isEqualTo(OpenPorts.POLICY);
    }

    @Test
    void aSilentPolicyHostTimesOutAfterTheFetchsDeadline() {
        CompletableFuture<MtaStsReport> report = check();
        ports.record.complete(OpenPorts.RECORD);
        ports.tlsRpt.complete(OpenPorts.NO_TLS_RPT);
        ports.hosts.complete(OpenPorts.HOSTS);

        alarm.pass(FETCH.minusMillis(1));
        assertThat(report).isNotDone();

        alarm.pass(Duration.ofMillis(1));
        assertThat(report.join().evidence().policy().status()).isEqualTo(FetchStatus.TIMED_OUT);
        assertThat(report.join().evidence().policy().detail()).isEqualTo("no answer within 20 s");
        assertThat(report.join().verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.join().record().orElseThrow().value()).isPresent();
    }

    @Test
    void theWholeDeadlineEndsEveryCallThatIsStillOpen() {
        CompletableFuture<MtaStsReport> report = ports.builder()
                .lookupTimeout(Duration.ofMinutes(5))
                .fetchTimeout(Duration.ofMinutes(5))
                .build(Runnable::run, alarm)
                .checkAsync("example.org");
        ports.hosts.complete(OpenPorts.HOSTS);

        alarm.pass(WHOLE.minusMillis(1));
        assertThat(report).isNotDone();

        alarm.pass(Duration.ofMillis(1));
        Evidence seen = report.join().evidence();
        assertThat(seen.mtaStsTxt()).isEqualTo(timedOut("no answer within 30 s"));
        assertThat(seen.tlsRptTxt().status()).isEqualTo(LookupStatus.TIMED_OUT);
        assertThat(seen.policy().status()).isEqualTo(FetchStatus.TIMED_OUT);
        assertThat(seen.mx()).isEqualTo(OpenPorts.HOSTS);
    }

    @Test
    void aPassedDeadlineCancelsThatCallAlone() {
        check();

        alarm.pass(LOOKUP);

        assertThat(ports.record).isCancelled();
        assertThat(ports.tlsRpt).isCancelled();
        assertThat(ports.hosts).isCancelled();
        assertThat(ports.policy).isNotDone();
    }

    @Test
    void theWholeDeadlineCancelsEveryOpenCall() {
        ports.builder()
                .timeout(Duration.ofSeconds(1))
                .build(Runnable::run, alarm)
                .checkAsync("example.org");

        alarm.pass(Duration.ofSeconds(1));

        assertThat(ports.calls()).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void theDeadlineIsReportedInItsOwnUnit() {
        CompletableFuture<MtaStsReport> report = ports.builder()
                .lookupTimeout(Duration.ofMillis(1500))
                .build(Runnable::run, alarm)
                .checkAsync("example.org");
        ports.policy.complete(OpenPorts.POLICY);

        alarm.pass(Duration.ofMillis(1500));

        assertThat(report.join().evidence().mx().detail()).isEqualTo("no answer within 1500 ms");
    }

    @Test
    void nothingIsAskedOnceTheTimeIsUp() {
        ports.builder()
                .resolver(
                        name -> {
                            alarm.pass(WHOLE);
                            return ports.record;
                        },
                        ports)
                .build(Runnable::run, alarm)
                .checkAsync("example.org");

        assertThat(ports.asked).isEmpty();
        assertThat(ports.record).isCancelled();
    }

    private static <T> Lookup<T> timedOut(String detail) {
        return Lookup.without(LookupStatus.TIMED_OUT, detail);
    }
}

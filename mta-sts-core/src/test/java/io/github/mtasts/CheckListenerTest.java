package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.FakeAlarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The listener gets each report before its check ends, and cannot stop it. */
class CheckListenerTest {

    private final OpenPorts ports = new OpenPorts();

    @Test
    void eachReportIsPassedOnWithItsDuration() {
        List<MtaStsReport> reports = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        MtaStsChecker checker = ports.builder()
                .listener((report, time) -> {
                    reports.add(report);
                    times.add(time);
                })
                .build(Runnable::run, new FakeAlarm());
        ports.answerTheRest();

        MtaStsReport report = checker.check("example.org");

        assertThat(reports).containsExactly(report);
        assertThat(times).singleElement().matches(time -> !time.isNegative());
    }

    @Test
    void whatItThrowsIsHandledAsUncaughtAndStopsNoReport() throws Exception {
        RuntimeException bug = new IllegalStateException("bug");
        MtaStsChecker checker = ports.builder()
                .listener((report, time) -> {
                    throw bug;
                })
                .build(Runnable::run, new FakeAlarm());
        ports.answerTheRest();
        List<MtaStsReport> reports = new ArrayList<>();
        List<Throwable> uncaught = new ArrayList<>();
        Thread thread = new Thread(() -> reports.add(checker.check("example.org")));
        thread.setUncaughtExceptionHandler((its, thrown) -> uncaught.add(thrown));

        thread.start();
        thread.join();

        assertThat(reports).hasSize(1);
        assertThat(uncaught).containsExactly(bug);
    }
}

package io.github.mtasts.check;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.text.Paint;
import io.github.mtasts.tlsrpt.Deviation;
import io.github.mtasts.tlsrpt.ReadReport;
import io.github.mtasts.tlsrpt.TlsRptReport;
import java.time.Instant;

/** What a TLS report says in one word. What it does not say is not zero, and no session at all is not fine. */
enum TlsRptAnswer {
    INVALID(Paint.RED),
    FAILURES(Paint.RED),
    UNCLEAR(Paint.YELLOW),
    EMPTY(Paint.YELLOW),
    FINE(Paint.GREEN);

    private final Paint paint;

    TlsRptAnswer(Paint paint) {
        this.paint = paint;
    }

    static TlsRptAnswer of(ReadReport read) {
        if (!read.valid()) {
            return INVALID;
        }
        if (read.report().failedSessions() > 0) {
            return FAILURES;
        }
        if (!Sessions.saysFailed(read) || !Sessions.saysSuccessful(read)) {
            return UNCLEAR;
        }
        return read.report().successfulSessions() > 0 ? FINE : EMPTY;
    }

    Paint paint() {
        return paint;
    }

    /** Such as {@code 7 of 127 sessions failed on 2026-11-23, says Example Post; the report contradicts itself}. */
    String sentence(ReadReport read) {
        if (this == INVALID) {
            return read.deviations().stream()
                    .filter(deviation -> deviation.severity() == Severity.ERROR)
                    .findFirst()
                    .map(Deviation::toString)
                    .orElse("it cannot be used");
        }
        TlsRptReport report = read.report();
        return sessions(read)
                + period(report)
                + report.organizationName()
                        .filter(name -> !name.isBlank())
                        .map(name -> ", says " + RemoteText.escape(name))
                        .orElse("")
                + unsaid(read)
                + (Sessions.contradict(read) ? "; the report contradicts itself" : "");
    }

    /** Days of UTC; a period that ends at midnight ends with the day before. */
    private static String period(TlsRptReport report) {
        if (report.start().isEmpty() || report.end().isEmpty()) {
            return report.start().map(start -> " from " + day(start) + " on").orElse("")
                    + report.end().map(end -> " until " + day(end)).orElse("");
        }
        Instant start = report.start().get();
        Instant end = report.end().get();
        String last = day(end.isAfter(start) ? end.minusNanos(1) : end);
        return day(start).equals(last) ? " on " + last : " from " + day(start) + " to " + last;
    }

    private String sessions(ReadReport read) {
        long failed = read.report().failedSessions();
        long successful = read.report().successfulSessions();
        if (this == EMPTY) {
            return "no sessions";
        }
        if (!Sessions.saysFailed(read) && failed == 0) {
            return Sessions.count(successful) + " successful";
        }
        if (!Sessions.saysSuccessful(read) && successful == 0) {
            return (failed == 0 ? "no sessions" : Sessions.count(failed)) + " failed";
        }
        return (failed == 0 ? "none" : failed) + " of " + Sessions.count(Sessions.plus(failed, successful)) + " failed";
    }

    private static String unsaid(ReadReport read) {
        if (!Sessions.saysFailed(read)) {
            return "; the report does not say how many failed";
        }
        return Sessions.saysSuccessful(read) ? "" : "; the report does not say how many were successful";
    }

    static String day(Instant time) {
        return time.toString().substring(0, 10);
    }
}

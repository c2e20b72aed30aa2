package io.github.mtasts.check;

import io.github.mtasts.tlsrpt.DeviationCode;
import io.github.mtasts.tlsrpt.FailureDetails;
import io.github.mtasts.tlsrpt.ReadReport;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import java.util.List;
import java.util.OptionalLong;

/** The numbers of sessions of TLS reports: sums that do not overflow, and words for numbers that are not said. */
final class Sessions {

    private Sessions() {}

    /** Stays at the largest number instead of overflowing. */
    static long plus(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }

    /** The sum of those that are said. */
    static long failed(List<FailureDetails> failures) {
        return failures.stream()
                .flatMapToLong(failure -> failure.failedSessions().stream())
                .reduce(0, Sessions::plus);
    }

    static String count(long sessions) {
        return sessions + (sessions == 1 ? " session" : " sessions");
    }

    static String shown(OptionalLong sessions) {
        return sessions.isPresent() ? Long.toString(sessions.getAsLong()) : "?";
    }

    /** Whether the report says for each policy how many sessions failed. */
    static boolean saysFailed(ReadReport read) {
        return read.report().policies().stream()
                .map(ReportedPolicy::failedSessions)
                .allMatch(OptionalLong::isPresent);
    }

    /** Whether the report says for each policy how many sessions were successful. */
    static boolean saysSuccessful(ReadReport read) {
        return read.report().policies().stream()
                .map(ReportedPolicy::successfulSessions)
                .allMatch(OptionalLong::isPresent);
    }

    static boolean contradict(ReadReport read) {
        return read.deviations().stream()
                .anyMatch(deviation -> deviation.code() == DeviationCode.REPORT_COUNTS_CONTRADICT);
    }
}

package io.github.mtasts.check;

import io.github.mtasts.tlsrpt.ReadReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The total of many TLS reports. */
final class TlsRptTotal {

    private final Map<TlsRptAnswer, Long> answers = new EnumMap<>(TlsRptAnswer.class);
    private long errors;
    private long again;
    private long contradicting;
    private long successful;
    private long failed;

    void add(ReadReport read) {
        answers.merge(TlsRptAnswer.of(read), 1L, Long::sum);
        contradicting += Sessions.contradict(read) ? 1 : 0;
        successful = Sessions.plus(successful, read.report().successfulSessions());
        failed = Sessions.plus(failed, read.report().failedSessions());
    }

    void addAgain() {
        again++;
    }

    void addError() {
        errors++;
    }

    /** Reports and errors. */
    long answers() {
        return answers.values().stream().mapToLong(Long::longValue).sum() + again + errors;
    }

    /** Such as {@code In all, 7 of 127 sessions failed: 2 reports with failures, 1 error}. */
    @Override
    public String toString() {
        List<String> notes = new ArrayList<>();
        note(notes, count(TlsRptAnswer.FAILURES), "report with failures", "reports with failures");
        note(notes, count(TlsRptAnswer.FINE), "report without failures", "reports without failures");
        note(notes, count(TlsRptAnswer.UNCLEAR), "report with numbers missing", "reports with numbers missing");
        note(notes, count(TlsRptAnswer.EMPTY), "report without sessions", "reports without sessions");
        note(notes, count(TlsRptAnswer.INVALID), "invalid report", "invalid reports");
        note(notes, again, "report that came again", "reports that came again");
        note(notes, errors, "error", "errors");
        String contradictions = contradicting == 0
                ? ""
                : "; " + contradicting
                        + (contradicting == 1 ? " report contradicts itself" : " reports contradict themselves");
        String sessions = answers.isEmpty()
                ? "No report"
                : "In all, " + failed + " of " + Sessions.count(Sessions.plus(successful, failed)) + " failed";
        return sessions + ": " + String.join(", ", notes) + contradictions;
    }

    private long count(TlsRptAnswer answer) {
        return answers.getOrDefault(answer, 0L);
    }

    private static void note(List<String> notes, long count, String one, String several) {
        if (count > 0) {
            notes.add(count + " " + (count == 1 ? one : several));
        }
    }
}

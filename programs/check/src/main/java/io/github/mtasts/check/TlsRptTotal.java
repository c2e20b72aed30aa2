package io.github.mtasts.check;

import io.github.mtasts.tlsrpt.ReadReport;
import java.util.ArrayList;
import java.util.List;

/** The total of many TLS reports. */
final class TlsRptTotal {

    private long files;
    private long errors;
    private long again;
    private long invalid;
    private long withFailures;
    private long empty;
    private long unclear;
    private long contradicting;
    private long successful;
    private long failed;

    void add(ReadReport read) {
        files++;
        invalid += read.valid() ? 0 : 1;
        withFailures += read.report().failedSessions() > 0 ? 1 : 0;
        empty += TlsRptAnswer.of(read) == TlsRptAnswer.EMPTY ? 1 : 0;
        unclear += Sessions.saysFailed(read) ? 0 : 1;
        contradicting += Sessions.contradict(read) ? 1 : 0;
        successful = Sessions.plus(successful, read.report().successfulSessions());
        failed = Sessions.plus(failed, read.report().failedSessions());
    }

    void addAgain() {
        files++;
        again++;
    }

    void addError() {
        files++;
        errors++;
    }

    long files() {
        return files;
    }

    /** Such as {@code 3 files: 7 of 127 sessions failed; 1 report with failures, 1 file without a report}. */
    @Override
    public String toString() {
        List<String> notes = new ArrayList<>();
        note(notes, withFailures, "report with failures", "reports with failures");
        note(notes, unclear, "report that does not say how many failed", "reports that do not say how many failed");
        note(notes, contradicting, "report that contradicts itself", "reports that contradict themselves");
        note(notes, empty, "report without sessions", "reports without sessions");
        note(notes, invalid, "invalid report", "invalid reports");
        note(notes, again, "report that came again", "reports that came again");
        note(notes, errors, "file without a report", "files without a report");
        return files + " files: " + failed + " of " + Sessions.count(Sessions.plus(successful, failed)) + " failed"
                + (notes.isEmpty() ? "" : "; " + String.join(", ", notes));
    }

    private static void note(List<String> notes, long count, String one, String several) {
        if (count > 0) {
            notes.add(count + " " + (count == 1 ? one : several));
        }
    }
}

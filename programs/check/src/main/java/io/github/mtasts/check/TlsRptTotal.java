package io.github.mtasts.check;

import io.github.mtasts.tlsrpt.ReadReport;
import java.util.ArrayList;
import java.util.List;

/** The total of many TLS reports. */
final class TlsRptTotal {

    private long files;
    private long errors;
    private long invalid;
    private long withFailures;
    private long successful;
    private long failed;

    void add(ReadReport read) {
        files++;
        invalid += read.valid() ? 0 : 1;
        withFailures += read.report().failedSessions() > 0 ? 1 : 0;
        successful = plus(successful, read.report().successfulSessions());
        failed = plus(failed, read.report().failedSessions());
    }

    void addError() {
        files++;
        errors++;
    }

    long files() {
        return files;
    }

    /** The sum of two numbers of sessions; stays at the largest number instead of overflowing. */
    static long plus(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }

    /** Such as {@code 3 files: 7 of 127 sessions failed; 1 report with failures, 1 file without a report}. */
    @Override
    public String toString() {
        List<String> notes = new ArrayList<>();
        note(notes, withFailures, "report with failures", "reports with failures");
        note(notes, invalid, "invalid report", "invalid reports");
        note(notes, errors, "file without a report", "files without a report");
        return files + " files: " + failed + " of " + plus(successful, failed) + " sessions failed"
                + (notes.isEmpty() ? "" : "; " + String.join(", ", notes));
    }

    private static void note(List<String> notes, long count, String one, String several) {
        if (count > 0) {
            notes.add(count + " " + (count == 1 ? one : several));
        }
    }
}

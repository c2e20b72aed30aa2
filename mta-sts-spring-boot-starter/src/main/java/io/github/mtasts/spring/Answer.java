package io.github.mtasts.spring;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What health shows of a report. */
record Answer(Verdict verdict, Optional<String> error, Optional<Instant> checkedAt) {

    static Answer of(MtaStsReport report) {
        Optional<String> firstError = report.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .map(issue -> issue.code() + ": " + issue.message())
                .findFirst();
        return new Answer(report.verdict(), firstError, report.checkedAt());
    }

    boolean isKnown() {
        return verdict != Verdict.UNDETERMINED;
    }

    boolean isBroken() {
        return verdict == Verdict.BROKEN;
    }

    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("verdict", verdict.name());
        error.ifPresent(text -> details.put("error", text));
        checkedAt.ifPresent(time -> details.put("checked_at", time.toString()));
        return details;
    }
}

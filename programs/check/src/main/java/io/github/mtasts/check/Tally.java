package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.kit.ExitCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sum of many reports: a count of each verdict, and the exit code. */
final class Tally {

    private final FailOn failOn;
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long others;
    private boolean failed;

    Tally(FailOn failOn) {
        this.failOn = failOn;
    }

    void add(MtaStsReport report) {
        verdicts.merge(report.verdict(), 1L, Long::sum);
        failed |= report.verdict() != Verdict.UNDETERMINED && failOn.isReachedBy(report.issues());
    }

    /** Something in place of evidence. */
    void addOther() {
        others++;
    }

    /** Whether there is more than one report or line, and not only lines that are not evidence. */
    boolean isSum() {
        return count() > 0 && count() + others > 1;
    }

    private long count() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    int exitCode() {
        if (failOn == FailOn.NEVER) {
            return ExitCode.OK;
        }
        int undetermined = verdicts.containsKey(Verdict.UNDETERMINED) ? ExitCode.UNDETERMINED : ExitCode.OK;
        return failed ? ExitCode.ISSUES : undetermined;
    }

    /** Such as {@code 3 domains: 2 ENFORCED, 1 BROKEN; 1 line is not evidence}. */
    @Override
    public String toString() {
        List<String> counts = new ArrayList<>();
        verdicts.forEach((verdict, count) -> counts.add(count + " " + verdict));
        return count()
                + (count() == 1 ? " domain: " : " domains: ")
                + String.join(", ", counts)
                + (others == 0 ? "" : "; " + others + (others == 1 ? " line is" : " lines are") + " not evidence");
    }
}

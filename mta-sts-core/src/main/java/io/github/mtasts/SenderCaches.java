package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.MX_NONE_COVERED;
import static io.github.mtasts.issue.IssueCode.MX_NOT_COVERED;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is published now does not undo what senders remember (RFC 8461, sections 3.3 and 5.1). */
final class SenderCaches {

    private static final String REMEMBERED =
            " Senders that hold an earlier policy go on applying it until its max_age ends";

    private static final String CONSEQUENCE =
            ": in mode enforce, they deliver nothing to an MX host that it does not cover.";

    private SenderCaches() {}

    /** The issues of a broken deployment: the first error that breaks it says so. */
    static List<Issue> remembered(List<Issue> issues) {
        List<Issue> all = new ArrayList<>(issues);
        Predicate<Issue> record = issue -> issue.code().family() == Subject.RECORD;
        Predicate<Issue> mx = issue -> issue.code() == MX_NOT_COVERED || issue.code() == MX_NONE_COVERED;
        Stream.<Predicate<Issue>>of(record, mx, any -> true)
                .map(wanted -> firstError(all, wanted))
                .flatMapToInt(OptionalInt::stream)
                .findFirst()
                .ifPresent(place -> {
                    Issue issue = all.get(place);
                    all.set(
                            place,
                            issue.withMessage(issue.message() + REMEMBERED + (mx.test(issue) ? "." : CONSEQUENCE)));
                });
        return all;
    }

    private static OptionalInt firstError(List<Issue> issues, Predicate<Issue> wanted) {
        return IntStream.range(0, issues.size())
                .filter(place -> issues.get(place).severity() == Severity.ERROR && wanted.test(issues.get(place)))
                .findFirst();
    }
}

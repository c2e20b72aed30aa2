package io.github.mtasts;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one block of a vector file: changes to the healthy domain, and what is expected of them. */
final class EvidenceVectorBlock {

    private static final Pattern NEAR_MISS = Pattern.compile("near miss ([A-Z0-9_]+): .+");
    private static final Pattern ISSUE =
            Pattern.compile("([A-Z0-9_]+)( error| warning| info)?( [^ :]+)?( [0-9]+:[0-9]+\\+[0-9]+)?");

    private final String reason;
    private final EvidenceChanges changes = new EvidenceChanges();
    private final List<String> issues = new ArrayList<>();
    private final List<Advice> advice = new ArrayList<>();
    private final List<String> coverage = new ArrayList<>();
    private Optional<Verdict> verdict = Optional.empty();

    EvidenceVectorBlock(String reason) {
        this.reason = reason;
    }

    void line(String line) {
        String rest = line.substring(Math.min(2, line.length()));
        switch (line.charAt(0)) {
            case '=' -> verdict = Optional.of(Verdict.valueOf(rest));
            case '!' -> issues.add(issue(rest));
            case '>' -> List.of(rest.split(" ", -1)).forEach(code -> advice.add(Advice.valueOf(code)));
            case '~' -> coverage.add(rest);
            default -> changes.apply(line);
        }
    }

    private static String issue(String text) {
        Matcher issue = ISSUE.matcher(text);
        if (!issue.matches()) {
            throw new IllegalArgumentException("not an issue: " + text);
        }
        IssueCode code = IssueCode.valueOf(issue.group(1));
        return EvidenceVector.issue(
                code,
                Optional.ofNullable(issue.group(2))
                        .orElse(code.severity().name())
                        .strip(),
                Optional.ofNullable(issue.group(3))
                        .orElse(
                                code.family() == Subject.MX
                                        ? "domain"
                                        : code.family().text())
                        .strip(),
                Optional.ofNullable(issue.group(4)).orElse("-").strip());
    }

    EvidenceVector vector(String where) {
        Matcher nearMiss = NEAR_MISS.matcher(reason);
        return new EvidenceVector(
                where,
                reason,
                nearMiss.matches() ? Optional.of(IssueCode.valueOf(nearMiss.group(1))) : Optional.empty(),
                changes.evidence(),
                verdict.orElseThrow(() -> new IllegalArgumentException(where + " states no verdict")),
                issues.stream().sorted().toList(),
                advice,
                coverage);
    }
}

package com.example;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import java.util.List;

/** Our mail service takes on a customer's domain only when its MTA-STS does not stop the mail. */
final class Onboarding {

    private final MtaStsChecker checker;

    Onboarding(MtaStsChecker checker) {
        this.checker = checker;
    }

    /** What the customer has to fix first; empty when we can start. */
    List<String> obstacles(String domain) {
        MtaStsReport report = checker.check(domain);
        return switch (report.verdict()) {
            case BROKEN ->
                report.issues().stream()
                        .filter(issue -> issue.severity() == Severity.ERROR)
                        .map(Issue::remedy)
                        .toList();
            case UNDETERMINED -> List.of("We could not check the domain. Please try again later.");
            default -> List.of();
        };
    }
}

package io.github.mtasts.check;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.kit.Converters;
import java.util.List;

/** The lowest severity of an issue that makes the exit code 1. */
enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    boolean isReachedBy(List<Issue> issues) {
        return issues.stream().map(Issue::severity).anyMatch(severity -> switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case NEVER -> false;
        });
    }

    static final class Converter extends Converters.Choice<FailOn> {
        Converter() {
            super(FailOn.class);
        }
    }
}

package io.github.mtasts.check;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.kit.Converters;
import java.util.List;
import picocli.CommandLine.Option;

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

    /** The option that sets it. */
    static final class Level {

        @Option(
                names = "--fail-on",
                paramLabel = "LEVEL",
                defaultValue = "error",
                converter = FailOn.Converter.class,
                completionCandidates = FailOn.Converter.class,
                description = "Exit with 1 on issues of this level or above: error or warning (default: error)."
                        + " With never, exit with 0 whatever the issues.")
        @SuppressWarnings("NullAway.Init")
        private FailOn level;

        FailOn level() {
            return level;
        }
    }

    static final class Converter extends Converters.Choice<FailOn> {
        Converter() {
            super(FailOn.class);
        }
    }
}

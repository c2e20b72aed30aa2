package io.github.mtasts.check;

import io.github.mtasts.Verdict;
import io.github.mtasts.issue.Severity;

/** The few ways to emphasize words on a terminal (ECMA-48, SGR). */
enum Paint {
    BOLD("1"),
    DIM("2"),
    RED("1;31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    private final String parameters;

    Paint(String parameters) {
        this.parameters = parameters;
    }

    String on(String text) {
        return "\u001B[" + parameters + "m" + text + "\u001B[0m";
    }

    static Paint of(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case INFO -> CYAN;
        };
    }

    static Paint of(Verdict verdict) {
        return switch (verdict) {
            case ENFORCED -> GREEN;
            case TESTING, NONE -> CYAN;
            case ABSENT, UNDETERMINED -> YELLOW;
            case BROKEN -> RED;
        };
    }
}

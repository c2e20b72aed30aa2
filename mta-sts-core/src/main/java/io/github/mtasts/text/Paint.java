package io.github.mtasts.text;

import io.github.mtasts.issue.Severity;

/** The few ways to emphasize words on a terminal (ECMA-48, SGR). */
public enum Paint {
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

    /**
     * Emphasizes words.
     *
     * @param text the words
     * @return with the control sequences around it
     */
    public String on(String text) {
        return "\u001B[" + parameters + "m" + text + "\u001B[0m";
    }

    /**
     * How a severity is shown.
     *
     * @param severity any
     * @return red, yellow or cyan
     */
    public static Paint of(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case INFO -> CYAN;
        };
    }
}

package io.github.mtasts.kit;

/** The exit codes, which scripts rely on. */
public final class ExitCode {

    /** Success. */
    public static final int OK = 0;

    /** Issues at or above the level that the user asked for. */
    public static final int ISSUES = 1;

    /** An error that the user can fix. */
    public static final int USAGE = 2;

    /** A transient failure prevented an answer. */
    public static final int UNDETERMINED = 3;

    /** A bug in the program (EX_SOFTWARE of sysexits.h). */
    public static final int BUG = 70;

    /** What the shell reports of a program that SIGPIPE ended. */
    public static final int NOBODY_READS = 141;

    private ExitCode() {}
}

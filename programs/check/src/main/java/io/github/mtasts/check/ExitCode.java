package io.github.mtasts.check;

/** The exit codes, which scripts rely on. */
final class ExitCode {

    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int UNDETERMINED = 3;
    /** A bug of this program (sysexits.h, EX_SOFTWARE). */
    static final int BUG = 70;
    /** As the shell reports a program that was ended by SIGPIPE. */
    static final int NOBODY_READS = 141;

    private ExitCode() {}
}

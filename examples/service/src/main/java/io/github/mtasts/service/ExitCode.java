package io.github.mtasts.service;

/** The exit codes, which scripts rely on. */
final class ExitCode {

    static final int FINE = 0;
    static final int USAGE = 2;
    /** A bug of this program (sysexits.h, EX_SOFTWARE). */
    static final int BUG = 70;

    private ExitCode() {}
}

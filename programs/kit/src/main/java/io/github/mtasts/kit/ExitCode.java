package io.github.mtasts.kit;

/** How a server's program ends. */
public final class ExitCode {

    /** As asked for. */
    public static final int FINE = 0;

    /** A mistake that the user can mend. */
    public static final int USAGE = 2;

    /** A mistake of the program (EX_SOFTWARE of sysexits.h). */
    public static final int BUG = 70;

    private ExitCode() {}
}

package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How a server's command line ends: each mistake is one sentence on standard error, and an exit code. */
public final class CommandLines {

    private CommandLines() {}

    /**
     * The command line of a program.
     *
     * @param name which its messages begin with
     * @param command annotated for picocli
     * @param out where help and the commands' own output go
     */
    public static CommandLine of(String name, Object command, PrintWriter out) {
        return new CommandLine(command)
                .setUsageHelpAutoWidth(true)
                .setOut(out)
                .setErr(writer(FileDescriptor.err))
                .setParameterExceptionHandler((exception, arguments) -> misused(name, exception))
                .setExecutionExceptionHandler((exception, line, parsed) -> failed(name, exception, line));
    }

    /** In UTF-8 whatever the locale, each line at once. */
    public static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int misused(String name, ParameterException exception) {
        CommandLine line = exception.getCommandLine();
        line.getErr().println(name + ": " + RemoteText.escape(String.valueOf(exception.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, line.getErr());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(String name, Exception exception, CommandLine line) {
        if (exception instanceof UserError) {
            line.getErr().println(name + ": " + exception.getMessage());
            return ExitCode.USAGE;
        }
        line.getErr().println(name + ": this is a bug of the program; please report it with the lines below");
        exception.printStackTrace(line.getErr());
        return ExitCode.BUG;
    }
}

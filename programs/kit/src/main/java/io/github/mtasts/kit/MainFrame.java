package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How every program runs: its output, and how its command line ends. Each error is one sentence and an exit code. */
public final class MainFrame {

    private final String name;
    private final Output output = Output.standard();

    /**
     * Nothing runs yet.
     *
     * @param name of the program, with which its messages begin
     */
    public MainFrame(String name) {
        this.name = name;
    }

    /** Where commands print what was asked for. */
    public Output output() {
        return output;
    }

    /**
     * Runs a command line to its end.
     *
     * @param main the program, annotated for picocli
     * @return the exit code
     */
    public int run(Object main, String... arguments) {
        return run(commandLine(main), arguments);
    }

    /** As {@link #run}; where the arguments name no command and no option of the program itself, this command runs. */
    public int runOr(String command, Object main, String... arguments) {
        CommandLine line = commandLine(main);
        boolean named = arguments.length > 0
                && (!arguments[0].startsWith("-")
                        || line.getCommandSpec().optionsMap().containsKey(arguments[0]));
        return run(
                line,
                named
                        ? arguments
                        : Stream.concat(Stream.of(command), Stream.of(arguments))
                                .toArray(String[]::new));
    }

    private CommandLine commandLine(Object main) {
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .setParameterExceptionHandler((exception, arguments) -> misused(exception))
                .setExecutionExceptionHandler((exception, line, parsed) -> failed(exception, line));
    }

    private int run(CommandLine line, String... arguments) {
        int code = line.execute(arguments);
        try {
            output.flush();
        } catch (Output.Closed closed) {
            return closed(closed, line);
        }
        return code;
    }

    private int misused(ParameterException exception) {
        CommandLine line = exception.getCommandLine();
        print(line, RemoteText.printable(why(exception)));
        UnmatchedArgumentException.printSuggestions(exception, line.getErr());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** In the words of picocli, but for an argument too many: it gives its number, which nobody counts. */
    private static String why(ParameterException exception) {
        return exception instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                ? "Unexpected argument: '" + unmatched.getUnmatched().get(0) + "'"
                : String.valueOf(exception.getMessage());
    }

    private int failed(Exception exception, CommandLine line) {
        if (exception instanceof UserError) {
            print(line, String.valueOf(exception.getMessage()));
            return ExitCode.USAGE;
        }
        if (exception instanceof Output.Closed closed) {
            return closed(closed, line);
        }
        print(line, "this is a bug in the program; please report it with the lines below");
        exception.printStackTrace(line.getErr());
        return ExitCode.BUG;
    }

    private int closed(Output.Closed closed, CommandLine line) {
        if (closed.isBrokenPipe()) {
            return ExitCode.NOBODY_READS;
        }
        print(line, "cannot write the output: " + closed.getMessage());
        return ExitCode.USAGE;
    }

    private void print(CommandLine line, String sentence) {
        line.getErr().println(name + ": " + sentence);
    }

    /** In UTF-8 whatever the locale, each line at once. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

package io.github.mtasts.service;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.options.UserError;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The program: reads the command line, and says with one exit code how it went. */
@Command(
        name = "mta-sts-service",
        description = "Checks domains for MTA-STS over HTTP, on a page, and for assistants over MCP.",
        subcommands = McpCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Callable<Integer> {

    private final PrintWriter out = writer(FileDescriptor.out);

    @Option(names = "--demo", description = "Serve the domains of a small Internet on this machine.")
    private boolean demo;

    /**
     * Runs the command line and ends the JVM with its exit code.
     *
     * @param arguments as the shell gives them
     */
    public static void main(String[] arguments) {
        System.exit(new Main().run(arguments));
    }

    int run(String... arguments) {
        return new CommandLine(this)
                .setUsageHelpAutoWidth(true)
                .setOut(out)
                .setErr(writer(FileDescriptor.err))
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler(Main::failed)
                .execute(McpCommand.named(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (demo) {
            Demo.run(out);
        }
        return ExitCode.FINE;
    }

    private static int misused(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        line.getErr().println("mta-sts-service: " + RemoteText.escape(String.valueOf(exception.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, line.getErr());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception exception, CommandLine line, CommandLine.ParseResult parsed) {
        if (exception instanceof UserError) {
            line.getErr().println("mta-sts-service: " + exception.getMessage());
            return ExitCode.USAGE;
        }
        line.getErr().println("mta-sts-service: this is a bug of the program; please report it with the lines below");
        exception.printStackTrace(line.getErr());
        return ExitCode.BUG;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

package io.github.mtasts.check;

import io.github.mtasts.kit.UserError;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of MTA-STS for Java: {@code check}, {@code lint}, {@code replay}, {@code report} and {@code explain}. */
@Command(
        name = "mta-sts-check",
        description =
                "Says whether MTA-STS (RFC 8461) and TLS reporting (RFC 8460) are right for a domain, and what to change.",
        subcommands = {
            CheckCommand.class,
            LintCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
            ExplainCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:findings at or above the level of --fail-on",
            "2:usage: an unknown option, an unreadable file, an argument that is no domain",
            "3:undetermined: a transient failure hid the answer of a domain"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-check check example.org",
            "  mta-sts-check check --json --file domains.txt > reports.jsonl",
            "  mta-sts-check lint policy mta-sts.txt",
            "  mta-sts-check report reports/*.json.gz",
            "  mta-sts-check explain RECORD_ID_INVALID",
            "  mta-sts-check --demo"
        })
public final class Main implements Callable<Integer> {

    private final Output output =
            new Output(new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--demo",
            description = "Check a dozen telling domains of a small world on this machine, over real DNS and HTTPS.")
    private boolean demo;

    @Option(names = "--json", description = "With --demo: print the reports as JSON, one line a domain.")
    private boolean json;

    private final int httpsPort;

    /** Policy hosts are served at this port. */
    Main(int httpsPort) {
        this.httpsPort = httpsPort;
    }

    /**
     * Runs the command line and ends the JVM with its exit code.
     *
     * @param arguments as the shell gives them
     */
    public static void main(String[] arguments) {
        System.exit(new Main(443).run(arguments));
    }

    int run(String... arguments) {
        CommandLine line = new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler(Main::failed);
        int code = line.execute(arguments);
        try {
            output.flush();
        } catch (Output.Closed closed) {
            return closed(line, closed);
        }
        return code;
    }

    @Override
    public Integer call() {
        if (!demo) {
            throw new ParameterException(
                    spec.commandLine(), "a command is missing: check, lint, replay, report or explain");
        }
        Demo.run(new ReportPrinter(output, json));
        return ExitCode.FINE;
    }

    int httpsPort() {
        return httpsPort;
    }

    Output output() {
        return output;
    }

    private static int misused(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        line.getErr().println(Columns.printable("mta-sts-check: " + exception.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, line.getErr());
        line.getErr().println("Try '" + name + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception exception, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (exception instanceof UserError) {
            line.getErr().println("mta-sts-check: " + exception.getMessage());
            return ExitCode.USAGE;
        }
        if (exception instanceof Output.Closed closed) {
            return closed(line, closed);
        }
        line.getErr().println("mta-sts-check: this is a bug of the program; please report it with the lines below");
        exception.printStackTrace(line.getErr());
        return ExitCode.BUG;
    }

    private static int closed(CommandLine line, Output.Closed closed) {
        if (closed.isBrokenPipe()) {
            return ExitCode.NOBODY_READS;
        }
        line.getErr().println("mta-sts-check: cannot write the output: " + closed.getMessage());
        return ExitCode.USAGE;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

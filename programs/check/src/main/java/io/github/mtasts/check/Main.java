package io.github.mtasts.check;

import io.github.mtasts.kit.DemoWorld;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.MainFrame;
import io.github.mtasts.kit.Network;
import io.github.mtasts.kit.Output;
import io.github.mtasts.kit.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of MTA-STS for Java: {@code check}, {@code lint}, {@code replay}, {@code report} and {@code explain}. */
@Command(
        name = "mta-sts-check",
        description =
                "Checks whether MTA-STS (RFC 8461) and TLS reporting (RFC 8460) work for a domain, and says what to change.",
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
            "0:success",
            "1:issues at or above the level of --fail-on",
            "2:usage error, a file that cannot be used, or an invalid domain",
            "3:undetermined: a temporary failure prevented an answer"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-check check example.org",
            "  mta-sts-check check --json --file domains.txt > reports.jsonl",
            "  mta-sts-check lint policy mta-sts.txt",
            "  mta-sts-check report reports.zip mail.eml",
            "  mta-sts-check explain RECORD_ID_INVALID",
            "  mta-sts-check --demo"
        })
public final class Main implements Callable<Integer> {

    private final MainFrame frame = new MainFrame("mta-sts-check");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--demo",
            description =
                    "Check twenty sample domains on a small simulated Internet on this machine, over real DNS and HTTPS.")
    private boolean demo;

    @Option(names = "--json", description = "With --demo: print each report as one line of JSON.")
    private boolean json;

    private final int httpsPort;

    Main() {
        this(443);
    }

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
        System.exit(new Main().run(arguments));
    }

    int run(String... arguments) {
        return frame.run(this, arguments);
    }

    @Override
    public Integer call() {
        if (!demo) {
            throw new ParameterException(
                    spec.commandLine(), "a command is missing: check, lint, replay, report or explain");
        }
        runDemo(new ReportPrinter(output(), json));
        return ExitCode.OK;
    }

    private static void runDemo(ReportPrinter printer) {
        Tally tally = new Tally(FailOn.NEVER);
        try (DemoWorld world = DemoWorld.start();
                Network network = Network.forChecker(world.network())) {
            CheckCommand.checkAll(
                    network.checker(),
                    world.domains().iterator(),
                    world.domains().size(),
                    report -> {
                        tally.add(report);
                        printer.print(report);
                    });
        }
        printer.print(tally);
    }

    int httpsPort() {
        return httpsPort;
    }

    Output output() {
        return frame.output();
    }
}

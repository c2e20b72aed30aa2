package io.github.mtasts.postfix;

import io.github.mtasts.kit.CommandLines;
import io.github.mtasts.kit.ExitCode;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code serve}, {@code query}, {@code dump} and {@code purge}. */
@Command(
        name = "mta-sts-postfix",
        description = "Tells Postfix by MTA-STS (RFC 8461) and DANE how TLS is to be proven for a destination.",
        subcommands = {ServeCommand.class, QueryCommand.class, DumpCommand.class, PurgeCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = {
            "mta-sts-postfix [serve] [OPTIONS]",
            "       mta-sts-postfix query DOMAIN | dump | purge (DOMAIN | --all)",
            "       mta-sts-postfix --demo | --help | --version"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:usage, a setting that is wrong, an address in use, or no server that answers"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-postfix --demo",
            "  mta-sts-postfix serve --config /etc/mta-sts-postfix.conf",
            "  mta-sts-postfix query example.org",
            "  mta-sts-postfix purge example.org"
        })
public final class Main implements Callable<Integer> {

    private static final Set<String> OWN = Set.of("--demo", "--help", "-h", "--version", "-V");

    private final PrintWriter out = CommandLines.writer(FileDescriptor.out);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--demo",
            description = "Show what Postfix is told of the domains of a small Internet on this machine.")
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
        return CommandLines.of("mta-sts-postfix", this, out)
                .execute(isForServe(arguments) ? withServe(arguments) : arguments);
    }

    @Override
    public Integer call() {
        if (!demo) {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
        try (Demo world = Demo.start()) {
            world.show(out);
        }
        return ExitCode.FINE;
    }

    /** Without a command, the server is meant. */
    private static boolean isForServe(String... arguments) {
        return arguments.length == 0 || (arguments[0].startsWith("-") && !OWN.contains(arguments[0]));
    }

    private static String[] withServe(String... arguments) {
        return Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new);
    }
}

package io.github.mtasts.jakartamail.demo;

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

/** The command line: {@code --demo}. */
@Command(
        name = "mta-sts-jakarta-mail",
        description = "Shows an SMTP client that obeys MTA-STS (RFC 8461).",
        footer = "To use it in a program, see docs/jakarta-mail.md.")
public final class Main implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--demo",
            description =
                    "Deliver a message to each domain of a simulated Internet on this machine, over real DNS, HTTPS and SMTP.")
    private boolean demo;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    private Main() {}

    /**
     * Runs the command line and ends the JVM with its exit code.
     *
     * @param arguments as the shell gives them
     */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new Main()).setOut(out).execute(arguments);
    }

    @Override
    public Integer call() {
        if (!demo) {
            throw new ParameterException(spec.commandLine(), "nothing to do without --demo");
        }
        Demo.run(spec.commandLine().getOut());
        return 0;
    }
}

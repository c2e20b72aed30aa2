package io.github.mtasts.service;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.MainFrame;
import io.github.mtasts.kit.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: reads the command line and ends with one exit code. */
@Command(
        name = "mta-sts-service",
        description = "Checks domains for MTA-STS over HTTP, on a page, and for assistants over MCP.",
        subcommands = {ServeCommand.class, KeysCommand.class, HealthCommand.class, McpCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = {
            "mta-sts-service [serve] [OPTIONS]",
            "       mta-sts-service keys (add NAME | list | rotate NAME | revoke NAME) [--keys FILE]",
            "       mta-sts-service health [OPTIONS]",
            "       mta-sts-service --mcp [OPTIONS]",
            "       mta-sts-service --demo | --help | --version"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:the service is not live ('health')",
            "2:usage error, invalid setting, address in use, or a key that cannot be created or revoked"
        },
        footerHeading = "%nThe options: mta-sts-service serve --help%n%nExamples:%n",
        footer = {
            "  mta-sts-service --demo",
            "  mta-sts-service keys add alice --keys keys",
            "  mta-sts-service --mcp",
            "  mta-sts-service --keys keys --listen 0.0.0.0:8080",
            "  mta-sts-service serve --config /etc/mta-sts-service.conf"
        })
public final class Main implements Callable<Integer> {

    private final MainFrame frame = new MainFrame("mta-sts-service");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--demo", description = "Serve the domains of a simulated Internet on this machine.")
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
        return frame.runOr("serve", this, McpCommand.named(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!demo) {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
        Demo.run(frame.output());
        return ExitCode.OK;
    }
}

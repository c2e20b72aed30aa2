package io.github.mtasts.postfix;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.MainFrame;
import io.github.mtasts.kit.Output;
import io.github.mtasts.kit.Version;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: {@code serve}, {@code query}, {@code dump} and {@code purge}. */
@Command(
        name = "mta-sts-postfix",
        description = "A TLS policy server for Postfix: MTA-STS (RFC 8461) and, optionally, DANE.",
        subcommands = ServeCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = {
            "mta-sts-postfix [serve] [OPTIONS]",
            "       mta-sts-postfix query DOMAIN | dump | purge (DOMAIN | --all)",
            "       mta-sts-postfix --demo | --help | --version"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:success", "2:usage error, invalid setting, address in use, or no server answering"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-postfix --demo",
            "  mta-sts-postfix serve --config /etc/mta-sts-postfix.conf",
            "  mta-sts-postfix query example.org",
            "  mta-sts-postfix purge example.org"
        })
public final class Main implements Callable<Integer> {

    private final MainFrame frame = new MainFrame("mta-sts-postfix");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--demo",
            description = "Show the answers for the domains of a small simulated Internet on this machine.")
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
        return frame.runOr("serve", this, arguments);
    }

    Output output() {
        return frame.output();
    }

    @Override
    public Integer call() {
        if (!demo) {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
        try (Demo world = Demo.start()) {
            world.show(output());
        }
        return ExitCode.OK;
    }

    @Command(
            name = "query",
            description = "Shows the running server's answer to Postfix for a domain, and the reason.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int query(
            @Parameters(paramLabel = "DOMAIN", description = "The part of a mail address after the @.") String domain,
            @Mixin AdminClient.Address admin) {
        output().print(admin.client().get("/query?domain=" + AdminClient.encoded(domain)));
        return ExitCode.OK;
    }

    @Command(
            name = "dump",
            description =
                    "Lists the policies that the running server has cached, one per line, with tabs between the fields.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int dump(@Mixin AdminClient.Address admin) {
        output().print(admin.client().get("/dump"));
        return ExitCode.OK;
    }

    @Command(
            name = "purge",
            description =
                    "Removes a domain from the running server's cache: the next message looks everything up again.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int purge(
            @Parameters(arity = "0..1", paramLabel = "DOMAIN", description = "The domain to forget.") @Nullable
                    String domain,
            @Option(
                            names = "--all",
                            description = "Forget every domain. None is protected until it is looked up again.")
                    boolean all,
            @Mixin AdminClient.Address admin) {
        if (all == (domain != null)) {
            throw new ParameterException(spec.subcommands().get("purge"), "name a domain, or give --all");
        }
        String path = domain == null ? "/purge?all" : "/purge?domain=" + AdminClient.encoded(domain);
        output().print(admin.client().post(path));
        return ExitCode.OK;
    }
}

package io.github.mtasts.postfix;

import io.github.mtasts.kit.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the running server for one domain. */
@Command(
        name = "query",
        description = "Asks the running server for one domain: what Postfix is told, and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class QueryCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "DOMAIN", description = "A next hop as Postfix names it: what stands behind the @.")
    @SuppressWarnings("NullAway.Init")
    private String domain;

    @Mixin
    private AdminOption admin = new AdminOption();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(admin.client().get("/query?domain=" + AdminClient.encoded(domain)));
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }
}

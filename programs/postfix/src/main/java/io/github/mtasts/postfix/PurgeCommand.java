package io.github.mtasts.postfix;

import io.github.mtasts.kit.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the running server forget. */
@Command(
        name = "purge",
        description = "Makes the running server forget what it knows of a domain, and look everything up again.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PurgeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DOMAIN", description = "The domain to forget.")
    private @Nullable String domain;

    @Option(
            names = "--all",
            description = "Forget every domain. Until they are asked for again, nothing protects them.")
    private boolean all;

    @Mixin
    private AdminOption admin = new AdminOption();

    @Override
    public Integer call() {
        if (all == (domain != null)) {
            throw new ParameterException(spec.commandLine(), "give a domain, or --all");
        }
        String path = domain == null ? "/purge?all" : "/purge?domain=" + AdminClient.encoded(domain);
        spec.commandLine().getOut().print(admin.client().post(path));
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }
}

package io.github.mtasts.service;

import io.github.mtasts.kit.Configuration;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.service.access.KeyFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers until it is told to stop. */
@Command(
        name = "serve",
        description = "Answers until it is told to stop (Ctrl-C, SIGTERM).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Each option but --config is also a variable of the environment (--key-limit: MTA_STS_SERVICE_KEY_LIMIT) and a"
                    + " line of the configuration file (key-limit = 1000). The command line counts more than the"
                    + " environment, and that more than the file; where an option can stand again and again, all add up."
        })
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Read settings from this file: lines of name = value.")
    private @Nullable String config;

    // read out of the parsed command line, where the sources are known
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws InterruptedException {
        Configuration<ServiceOptions> configuration =
                ServiceOptions.read(config, System.getenv(), spec.commandLine().getParseResult());
        Settings settings = ServiceOptions.settings(configuration);
        Service service = Service.start(settings);
        PrintWriter out = spec.commandLine().getOut();
        out.print(configuration.text());
        out.println("# listening on " + ServerAddress.shown(service.address()) + ", for metrics on "
                + ServerAddress.shown(service.metricsAddress()));
        settings.keys().ifPresent(ServeCommand::warn);
        Stop.await(service::close);
        return ExitCode.OK;
    }

    private static void warn(Path keys) {
        KeyFile file = new KeyFile(keys);
        if (file.names().isEmpty()) {
            LOG.warn("The key file is empty, so nobody can ask yet: make a key with 'keys add'; no restart is needed");
        }
        if (file.isReadableByAll()) {
            LOG.warn(
                    "Everybody on this machine can read the key file: no key can be made out of it, but chmod 600 is better");
        }
    }
}

package io.github.mtasts.service;

import io.github.mtasts.kit.Configuration;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.Stop;
import io.github.mtasts.kit.Version;
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

/** Serves until it is stopped. */
@Command(
        name = "serve",
        description = "Serves until it is stopped (Ctrl-C, SIGTERM).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        footer = {
            "",
            "Each option but --config is also an environment variable (--key-limit: MTA_STS_SERVICE_KEY_LIMIT) and a line"
                    + " of the configuration file (key-limit = 1000). The command line overrides the environment,"
                    + " which overrides the file; values of repeatable options accumulate."
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
        out.println("# listening on " + ServerAddress.shown(service.address()) + ", metrics on "
                + ServerAddress.shown(service.metricsAddress()));
        settings.keys().ifPresent(ServeCommand::warn);
        Stop.await(service::close);
        return ExitCode.OK;
    }

    private static void warn(Path keys) {
        KeyFile file = new KeyFile(keys);
        if (file.names().isEmpty()) {
            LOG.warn(
                    "The key file is empty, so no client can be admitted: create a key with 'keys add'; no restart is needed");
        }
        if (file.isReadableByAll()) {
            LOG.warn(
                    "The key file is readable by all users of this machine. Keys cannot be recovered from it, but chmod 600 is better");
        }
    }
}

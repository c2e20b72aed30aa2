package io.github.mtasts.postfix;

import io.github.mtasts.kit.Configuration;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.Stop;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.Version;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Answers Postfix until it is stopped. */
@Command(
        name = "serve",
        description = "Answers Postfix until it is stopped (Ctrl-C, SIGTERM).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        footerHeading = "%nIn main.cf:%n",
        footer = {"  smtp_tls_security_level = may", "  smtp_tls_policy_maps = socketmap:inet:127.0.0.1:8461:postfix"})
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Read settings from this file: lines of name = value, with the names of the options below."
                    + " The command line overrides the file; values of repeatable options accumulate.")
    private @Nullable String config;

    @Option(names = "--demo", description = "Serve a small simulated Internet on this machine instead of the real one.")
    private boolean demo;

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws InterruptedException {
        ServeSettings settings =
                (config == null ? options : under(config, spec.commandLine().getParseResult())).settings();
        boolean real =
                settings.network().resolver().isPresent() || settings.store().isPresent();
        if (demo && real) {
            throw new UserError("--demo has its own name server and policies: leave out --resolver and --store");
        }
        if (demo) {
            try (Demo world = Demo.start()) {
                serve(world.within(settings));
            }
        } else {
            serve(settings);
        }
        return ExitCode.OK;
    }

    /** The settings of a file, overridden by those of the command line. */
    static ServeOptions under(String file, ParseResult commandLine) {
        return new Configuration<>(ServeOptions::new)
                .file(file)
                .commandLine(commandLine)
                .options();
    }

    /** Returns when the JVM is ending. */
    private static void serve(ServeSettings settings) throws InterruptedException {
        Service service = new Service(settings);
        LOG.info("Settings: {}", settings);
        if (!settings.listen().getAddress().isLoopbackAddress()) {
            LOG.warn(
                    "Other machines can reach {}, and clients are not authenticated",
                    ServerAddress.shown(settings.listen()));
        }
        LOG.info(
                "Listening on {} (socketmap and tcp_table); metrics, health and commands on {}",
                ServerAddress.shown(service.address()),
                ServerAddress.shown(service.adminAddress()));
        Stop.await(() -> {
            LOG.info("Stopping");
            service.close();
            LOG.info("Stopped");
        });
    }
}

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

/** Answers Postfix until it is told to stop. */
@Command(
        name = "serve",
        description = "Answers Postfix until it is told to stop (SIGTERM).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
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
            description = "Read settings from this file: lines of name = value, by the names of the options below."
                    + " What the command line says counts more.")
    private @Nullable String config;

    @Option(names = "--demo", description = "Serve a small Internet of this machine in place of the real one.")
    private boolean demo;

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws InterruptedException {
        Settings settings =
                (config == null ? options : under(config, spec.commandLine().getParseResult())).settings();
        boolean real =
                settings.network().resolver().isPresent() || settings.store().isPresent();
        if (demo && real) {
            throw new UserError("--demo has a name server and policies of its own: leave --resolver and --store away");
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

    /** The settings of a file under those of the command line. */
    static ServeOptions under(String file, ParseResult commandLine) {
        return new Configuration<>(ServeOptions::new)
                .file(file)
                .commandLine(commandLine)
                .options();
    }

    /** Returns when the JVM is ending. */
    private static void serve(Settings settings) throws InterruptedException {
        Service service = new Service(settings);
        LOG.info("Settings: {}", settings);
        if (!settings.listen().getAddress().isLoopbackAddress()) {
            LOG.warn("Others than this machine can ask at {}", ServerAddress.shown(settings.listen()));
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

package io.github.mtasts.service;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.ServerAddress;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running service whether it is live, for a container that has no curl. */
@Command(
        name = "health",
        description = "Asks the service on this machine whether it is live: exit code 0 if it is, else 1.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true)
final class HealthCommand implements Callable<Integer> {

    private static final int NOT_LIVE = 1;
    private static final int LONGEST = (int) Duration.ofSeconds(5).toMillis();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "The service's configuration file.")
    private @Nullable String config;

    // read out of the parsed command line, where the sources are known
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() {
        InetSocketAddress address = ServiceOptions.read(
                        config, System.getenv(), spec.commandLine().getParseResult())
                .options()
                .listen();
        String server = ServerAddress.shown(reachable(address));
        try {
            int status = status(server);
            if (status == HttpURLConnection.HTTP_OK) {
                return ExitCode.OK;
            }
            spec.commandLine().getErr().println("mta-sts-service: not live: " + server + " answers " + status);
        } catch (IOException silent) {
            spec.commandLine().getErr().println("mta-sts-service: not live: no answer from " + server);
        }
        return NOT_LIVE;
    }

    private static InetSocketAddress reachable(InetSocketAddress listen) {
        return listen.getAddress().isAnyLocalAddress()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), listen.getPort())
                : listen;
    }

    private static int status(String server) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://" + server + "/health/live").toURL().openConnection();
        connection.setConnectTimeout(LONGEST);
        connection.setReadTimeout(LONGEST);
        return connection.getResponseCode();
    }
}

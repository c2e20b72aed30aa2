package io.github.mtasts.service;

import io.github.mtasts.kit.AddressRange;
import io.github.mtasts.kit.Configuration;
import io.github.mtasts.kit.Converters;
import io.github.mtasts.kit.NetworkOptions;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The settings. Each is an option, a variable of the environment and a line of the configuration file, by one name. */
final class ServiceOptions {

    static final String VARIABLES = "MTA_STS_SERVICE_";

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS:PORT",
            defaultValue = "127.0.0.1:8080",
            converter = Converters.Listen.class,
            description = "Where the service is asked (default: 127.0.0.1:8080). Anything but a loopback address needs"
                    + " --keys.")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress listen;

    @Option(
            names = "--metrics",
            paramLabel = "ADDRESS:PORT",
            defaultValue = "127.0.0.1:8081",
            converter = Converters.Listen.class,
            description = "Where Prometheus asks (default: 127.0.0.1:8081); no key is needed there.")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress metrics;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Answer those alone who show a key of this file; 'keys add' makes keys.")
    private @Nullable String keys;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            converter = ServiceConverters.Host.class,
            description = "A name by which clients reach the service, for the check of Host and Origin at /mcp;"
                    + " again and again.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "CIDR",
            converter = Converters.Range.class,
            description = "Believe the X-Forwarded-For of proxies at these addresses; again and again.")
    private List<AddressRange> proxies = new ArrayList<>();

    @Option(
            names = "--key-limit",
            paramLabel = "CHECKS",
            defaultValue = "1000",
            converter = ServiceConverters.Limit.class,
            description = "Checks a minute for one key, 1 to 1000000 (default: 1000); without keys for one address.")
    private int keyLimit;

    @Option(
            names = "--address-limit",
            paramLabel = "REQUESTS",
            defaultValue = "600",
            converter = ServiceConverters.Limit.class,
            description = "Requests a minute from one address, 1 to 1000000 (default: 600).")
    private int addressLimit;

    @Option(
            names = "--concurrency",
            paramLabel = "CHECKS",
            defaultValue = "200",
            converter = ServiceConverters.Concurrency.class,
            description = "Checks under way at once, 1 to 10000 (default: 200).")
    private int concurrency;

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    /** What a command line says, above the environment, above the file that it may name. */
    static Configuration<ServiceOptions> read(
            @Nullable String file, Map<String, String> variables, ParseResult commandLine) {
        Configuration<ServiceOptions> configuration = new Configuration<>(ServiceOptions::new);
        if (file != null) {
            configuration.file(file);
        }
        return configuration.environment(variables, VARIABLES).commandLine(commandLine);
    }

    Optional<Path> keys() {
        return Optional.ofNullable(keys).map(UserFile::path);
    }

    /** What {@link #read} read, as a whole; a {@link UserError} says what does not fit together. */
    static Settings settings(Configuration<ServiceOptions> configuration) {
        ServiceOptions options = configuration.options();
        if (options.keys == null && !options.listen.getAddress().isLoopbackAddress()) {
            throw new UserError(configuration.source("listen") + ": " + ServerAddress.shown(options.listen)
                    + " is no loopback address, and without keys everybody there could ask: make a key with"
                    + " 'keys add NAME --keys FILE', and name the file with --keys here too");
        }
        return new Settings(
                options.listen,
                options.metrics,
                named(configuration.source("keys"), options::keys),
                named(configuration.source("ca-file"), () -> options.network.settings(NetworkSettings.HTTPS)),
                options.hosts,
                options.proxies,
                options.keyLimit,
                options.addressLimit,
                options.concurrency);
    }

    private static <T> T named(String source, Supplier<T> value) {
        try {
            return value.get();
        } catch (UserError wrong) {
            throw new UserError(source + ": " + wrong.getMessage(), wrong);
        }
    }
}

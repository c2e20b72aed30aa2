package io.github.mtasts.service;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.kit.Configuration;
import io.github.mtasts.kit.Converters;
import io.github.mtasts.kit.NetworkOptions;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.service.kept.Keeping;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The settings. Each is an option, an environment variable and a line of the configuration file, under one name. */
final class ServiceOptions {

    static final String VARIABLES = "MTA_STS_SERVICE_";
    private static final Pattern ISSUER = Pattern.compile("https://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]");

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS:PORT",
            defaultValue = "127.0.0.1:8080",
            converter = Converters.Listen.class,
            description = "Where to listen (default: 127.0.0.1:8080). Addresses other than loopback require --keys.")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress listen;

    @Option(
            names = "--metrics",
            paramLabel = "ADDRESS:PORT",
            defaultValue = "127.0.0.1:8081",
            converter = Converters.Listen.class,
            description = "Where to serve metrics for Prometheus, without a key (default: 127.0.0.1:8081).")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress metrics;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Require an API key from this file; create keys with 'keys add'.")
    private @Nullable String keys;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            converter = Host.class,
            description = "Host name that clients use; accepted in Host and Origin at /mcp. Repeatable.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--authorization-server",
            paramLabel = "URL",
            converter = Issuer.class,
            description =
                    "Tell MCP clients that this server issues tokens for /mcp, which a proxy in front of the service"
                            + " checks (RFC 9728); needs --host. Repeatable.")
    private List<String> authorizationServers = new ArrayList<>();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "CIDR",
            converter = Converters.Range.class,
            description = "Trust X-Forwarded-For from proxies at these addresses. Repeatable.")
    private List<AddressRange> proxies = new ArrayList<>();

    @Option(
            names = "--behind-proxy",
            description =
                    "Answer requests through a proxy even without --keys: whoever reaches the proxy may use the service.")
    private boolean behindProxy;

    @Option(
            names = "--key-limit",
            paramLabel = "CHECKS",
            defaultValue = "1000",
            converter = Limit.class,
            description =
                    "Checks per minute for each key, or for each address without keys, 1 to 1000000 (default: 1000).")
    private int keyLimit;

    @Option(
            names = "--address-limit",
            paramLabel = "REQUESTS",
            defaultValue = "600",
            converter = Limit.class,
            description = "Requests per minute from one address, 1 to 1000000 (default: 600).")
    private int addressLimit;

    @Option(
            names = "--concurrency",
            paramLabel = "CHECKS",
            defaultValue = "200",
            converter = Concurrency.class,
            description = "Concurrent checks, 1 to 10000 (default: 200).")
    private int concurrency;

    @Option(
            names = "--reports",
            paramLabel = "FOLDER",
            description = "Keep reports in this folder when clients ask for it; without it none are kept.")
    private @Nullable String reports;

    @Option(
            names = "--keep-reports",
            paramLabel = "DAYS",
            defaultValue = "30",
            converter = Days.class,
            description = "Delete kept reports after this many days, 0 to 3650; 0 keeps none (default: 30).")
    private int keepReports;

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    /** The command line overrides the environment, which overrides the file. */
    static Configuration<ServiceOptions> read(
            @Nullable String file, Map<String, String> variables, ParseResult commandLine) {
        Configuration<ServiceOptions> configuration = new Configuration<>(ServiceOptions::new);
        if (file != null) {
            configuration.file(file);
        }
        return configuration.environment(variables, VARIABLES).commandLine(commandLine);
    }

    InetSocketAddress listen() {
        return listen;
    }

    Optional<Path> keys() {
        return Optional.ofNullable(keys).map(UserFile::path);
    }

    /** The settings that {@link #read} read, as a whole; a {@link UserError} says what does not fit together. */
    static Settings settings(Configuration<ServiceOptions> configuration) {
        ServiceOptions options = configuration.options();
        if (options.keys == null && !options.listen.getAddress().isLoopbackAddress()) {
            throw new UserError(configuration.source("listen") + ": " + ServerAddress.shown(options.listen)
                    + " is not a loopback address, so keys are required: create one with"
                    + " 'keys add NAME --keys FILE' and pass the same --keys FILE here");
        }
        if (!options.authorizationServers.isEmpty() && options.hosts.isEmpty()) {
            throw new UserError(configuration.source("authorization-server")
                    + ": the name that clients use is needed too: pass --host NAME");
        }
        return new Settings(
                options.listen,
                options.metrics,
                named(configuration.source("keys"), options::keys),
                named(configuration.source("ca-file"), () -> options.network.settings(NetworkSettings.HTTPS)),
                options.hosts,
                options.authorizationServers,
                options.proxies,
                options.behindProxy,
                options.keyLimit,
                options.addressLimit,
                options.concurrency,
                List.of(),
                new Keeping(
                        named(
                                configuration.source("reports"),
                                () -> Optional.ofNullable(options.reports).map(UserFile::path)),
                        Duration.ofDays(options.keepReports)));
    }

    private static <T> T named(String source, Supplier<T> value) {
        try {
            return value.get();
        } catch (UserError wrong) {
            throw new UserError(source + ": " + wrong.getMessage(), wrong);
        }
    }

    /** How many per minute. */
    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 1, 1_000_000);
        }
    }

    /** How many at once. */
    static final class Concurrency implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 1, 10_000);
        }
    }

    /** How many days, or none. */
    static final class Days implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 0, 3650);
        }
    }

    /** A name, or an address, by which clients reach the service. */
    static final class Host implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!HOST.matcher(text).matches()) {
                throw new TypeConversionException("not a host: " + text
                        + "; give its name alone, such as check.example.org, without https:// and port");
            }
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** RFC 8414, section 2: an https URL without query and fragment. */
    static final class Issuer implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!ISSUER.matcher(text).matches()) {
                throw new TypeConversionException("not an https URL of an authorization server: " + text);
            }
            return text;
        }
    }

    private static int number(String text, int least, int most) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new TypeConversionException("must be a number from " + least + " to " + most + ": " + text);
        }
        return Integer.parseInt(text);
    }
}

package io.github.mtasts.kit;

import io.github.mtasts.http.AddressRange;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for DNS and HTTPS that the programs share. */
public final class NetworkOptions {

    @Option(
            names = "--resolver",
            paramLabel = "ADDRESS[:PORT]",
            converter = Converters.Resolver.class,
            description = "Use this name server instead of the system's. Put an IPv6 address with a port in brackets.")
    private @Nullable InetSocketAddress resolver;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            converter = Converters.Seconds.class,
            description = "Time limit for one domain, 1 to 3600 (default: 30).")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--allow-address",
            paramLabel = "CIDR",
            converter = Converters.Range.class,
            description = "Connect to policy hosts at these addresses even though they are not public, for intranets:"
                    + " a CIDR block or an address. Repeatable.")
    private List<AddressRange> allowed = new ArrayList<>();

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            description = "Trust the certificates in this file as well as the system's roots, for policy hosts.")
    private @Nullable String caFile;

    /**
     * The options as settings; reads the file of certificates.
     *
     * @param httpsPort the port of policy hosts
     * @throws UserError when the file cannot be read
     */
    public NetworkSettings settings(int httpsPort) {
        return new NetworkSettings(
                Optional.ofNullable(resolver),
                timeout,
                address -> allowed.stream().anyMatch(range -> range.test(address)),
                caFile == null ? List.of() : CaFile.read(caFile),
                httpsPort);
    }
}

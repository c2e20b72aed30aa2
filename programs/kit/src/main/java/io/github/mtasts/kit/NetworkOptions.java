package io.github.mtasts.kit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the network is to be used. */
public final class NetworkOptions {

    @Option(
            names = "--resolver",
            paramLabel = "ADDRESS[:PORT]",
            converter = Converters.Resolver.class,
            description =
                    "Ask this name server instead of the system's; an IPv6 address with a port stands in brackets.")
    private @Nullable InetSocketAddress resolver;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            converter = Converters.Seconds.class,
            description = "For one domain in all, 1 to 3600 (default: 30).")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--allow-address",
            paramLabel = "CIDR",
            converter = Converters.Range.class,
            description = "Connect to policy hosts at these addresses although they are not public, for intranets;"
                    + " a CIDR block or one address, again and again.")
    private List<AddressRange> allowed = new ArrayList<>();

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            description = "Trust the certificates in this file besides the system's roots.")
    private @Nullable String caFile;

    /**
     * The options as settings; reads the file of certificates.
     *
     * @param httpsPort where policy hosts are served
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

package io.github.mtasts.check;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how the network is to be used. */
final class NetworkOptions {

    private static final int LONGEST = 3600;

    @Option(
            names = "--resolver",
            paramLabel = "ADDRESS[:PORT]",
            converter = ServerConverter.class,
            description =
                    "Ask this name server instead of the system's; an IPv6 address with a port stands in brackets.")
    private @Nullable InetSocketAddress resolver;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            converter = SecondsConverter.class,
            description = "For one domain in all, 1 to 3600 (default: 30).")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--allow-address",
            paramLabel = "CIDR",
            converter = RangeConverter.class,
            description = "Connect to policy hosts at these addresses although they are not public, for intranets;"
                    + " a CIDR block or one address, again and again.")
    private List<AddressRange> allowed = new ArrayList<>();

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            description = "Trust the certificates in this file besides the system's roots.")
    private @Nullable String caFile;

    Network.Settings settings(int httpsPort) {
        List<X509Certificate> roots = caFile == null ? List.of() : CaFile.read(caFile);
        Predicate<InetAddress> any = address -> allowed.stream().anyMatch(range -> range.test(address));
        return new Network.Settings(Optional.ofNullable(resolver), timeout, any, roots, httpsPort);
    }

    static final class ServerConverter implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String text) {
            return converted(text, ServerAddress::parse);
        }
    }

    static final class RangeConverter implements ITypeConverter<AddressRange> {
        @Override
        public AddressRange convert(String text) {
            return converted(text, AddressRange::parse);
        }
    }

    static final class SecondsConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return converted(text, digits -> {
                if (!digits.matches("\\d{1,4}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > LONGEST) {
                    throw new IllegalArgumentException(digits + " is no number of seconds from 1 to " + LONGEST);
                }
                return Duration.ofSeconds(Integer.parseInt(digits));
            });
        }
    }

    private static <T> T converted(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException cause) {
            throw (TypeConversionException)
                    new TypeConversionException(String.valueOf(cause.getMessage())).initCause(cause);
        }
    }
}

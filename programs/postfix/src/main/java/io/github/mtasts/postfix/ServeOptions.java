package io.github.mtasts.postfix;

import io.github.mtasts.kit.AddressRange;
import io.github.mtasts.kit.CaFile;
import io.github.mtasts.kit.Converters;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.TextFile;
import io.github.mtasts.kit.UserError;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of the server. Each is an option of the command line and a line of the configuration file, by one name. */
final class ServeOptions {

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS:PORT",
            defaultValue = "127.0.0.1:8461",
            converter = Converters.Listen.class,
            description = "Where Postfix asks (default: 127.0.0.1:8461). Nobody proves who they are there,"
                    + " so keep it to this machine.")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress listen;

    @Option(
            names = "--admin",
            paramLabel = "ADDRESS:PORT",
            defaultValue = AdminClient.DEFAULT,
            converter = Converters.Listen.class,
            description = "Where metrics and health are served, and query, dump and purge are answered;"
                    + " a loopback address (default: " + AdminClient.DEFAULT + ").")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress admin;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "Keep policies in this SQLite file, which is made where it is missing; without it a restart"
                    + " forgets them, and with them the protection that they give.")
    private @Nullable String store;

    @Option(
            names = "--resolver",
            paramLabel = "ADDRESS[:PORT]",
            converter = Converters.Resolver.class,
            description =
                    "Ask this name server instead of the system's; an IPv6 address with a port stands in brackets.")
    private @Nullable InetSocketAddress resolver;

    @Option(
            names = "--trust-ad",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description = "The name server validates DNSSEC, and the way to it is safe: believe it, and answer by DANE"
                    + " where MX hosts have TLSA records. Postfix needs smtp_dns_support_level = dnssec.")
    private boolean trustAd;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            converter = Converters.Seconds.class,
            description = "For one answer in all, 1 to 3600 (default: 30); Postfix itself waits for 100 seconds.")
    @SuppressWarnings("NullAway.Init")
    private Duration timeout;

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
            description = "Trust the certificates in this file besides the system's roots, for policy hosts."
                    + " Whom Postfix trusts is smtp_tls_CAfile.")
    private @Nullable String caFile;

    @Option(
            names = "--postfix.attributes",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description = "Add the policy itself to answers, for Postfix 3.10.5 and later; older ones refuse it.")
    private boolean attributes;

    @Option(
            names = "--skip",
            paramLabel = "DOMAIN",
            description = "Deliver to this domain as if it had no policy; .example.org is every domain below"
                    + " example.org; again and again.")
    private List<String> skip = new ArrayList<>();

    @Option(
            names = "--pin",
            paramLabel = "DOMAIN=FILE",
            description = "Apply the policy in this file to the domain whatever it publishes; again and again.")
    private List<String> pin = new ArrayList<>();

    Settings settings() {
        if (!admin.getAddress().isLoopbackAddress()) {
            throw new UserError("--admin " + ServerAddress.shown(admin) + " is no loopback address,"
                    + " and whoever reaches it can purge the cache: name one of 127.0.0.0/8, or [::1]");
        }
        return new Settings(
                listen,
                admin,
                Optional.ofNullable(store).map(TextFile::path),
                new NetworkSettings(
                        Optional.ofNullable(resolver),
                        timeout,
                        address -> allowed.stream().anyMatch(range -> range.test(address)),
                        caFile == null ? List.of() : CaFile.read(caFile),
                        NetworkSettings.HTTPS),
                trustAd,
                attributes,
                Rules.of(skip, pin),
                skip.size() + pin.size());
    }
}

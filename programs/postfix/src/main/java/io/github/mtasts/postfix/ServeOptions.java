package io.github.mtasts.postfix;

import io.github.mtasts.kit.Converters;
import io.github.mtasts.kit.NetworkOptions;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of the server. Each is an option of the command line and, by the same name, a line of the configuration file. */
final class ServeOptions {

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS:PORT",
            defaultValue = "127.0.0.1:8461",
            converter = Converters.Listen.class,
            description =
                    "Where Postfix connects (default: 127.0.0.1:8461). Clients are not authenticated, so keep it on this"
                            + " machine.")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress listen;

    @Option(
            names = "--admin",
            paramLabel = "ADDRESS:PORT",
            defaultValue = AdminClient.DEFAULT,
            converter = Converters.Listen.class,
            description = "Address and port for metrics, health, and the commands query, dump and purge;"
                    + " must be a loopback address (default: " + AdminClient.DEFAULT + ").")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress admin;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "Keep policies in this SQLite file, which is created if missing. Without it, a restart"
                    + " forgets the policies and the protection they give.")
    private @Nullable String store;

    @Option(
            names = "--trust-ad",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description = "Trust the name server to validate DNSSEC, and apply DANE where MX hosts have TLSA records."
                    + " The path to the name server must be secure, and Postfix needs"
                    + " smtp_dns_support_level = dnssec.")
    private boolean trustAd;

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Option(
            names = "--postfix.attributes",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description =
                    "Add the policy itself to answers. Needs Postfix 3.10.5 or later; earlier versions reject it.")
    private boolean attributes;

    @Option(
            names = "--skip",
            paramLabel = "DOMAIN",
            description = "Deliver to this domain as if it had no policy. With a leading dot: every domain below it."
                    + " Repeatable.")
    private List<String> skip = new ArrayList<>();

    @Option(
            names = "--pin",
            paramLabel = "DOMAIN=FILE",
            description = "Apply the policy in this file to the domain, whatever it publishes. Repeatable.")
    private List<String> pin = new ArrayList<>();

    ServeSettings settings() {
        if (!admin.getAddress().isLoopbackAddress()) {
            throw new UserError("--admin " + ServerAddress.shown(admin) + " is not a loopback address, and anyone"
                    + " who can reach it can purge the cache: use an address in 127.0.0.0/8, or [::1]");
        }
        return new ServeSettings(
                listen,
                admin,
                Optional.ofNullable(store).map(UserFile::path),
                network.settings(NetworkSettings.HTTPS),
                trustAd,
                attributes,
                Rules.of(skip, pin),
                skip.size() + pin.size());
    }
}

package io.github.mtasts.postfix;

import io.github.mtasts.kit.Converters;
import java.net.InetSocketAddress;
import picocli.CommandLine.Option;

/** Where the running server answers its operator. */
final class AdminOption {

    @Option(
            names = "--admin",
            paramLabel = "ADDRESS:PORT",
            defaultValue = AdminClient.DEFAULT,
            converter = Converters.Listen.class,
            description = "Where the running server answers (default: " + AdminClient.DEFAULT + ").")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress admin;

    AdminClient client() {
        return new AdminClient(admin);
    }
}

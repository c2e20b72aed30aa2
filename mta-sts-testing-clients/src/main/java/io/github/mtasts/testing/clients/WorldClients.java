package io.github.mtasts.testing.clients;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import io.github.mtasts.system.MtaSts;
import io.github.mtasts.testing.MtaStsWorld;
import java.net.InetAddress;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A checker and a sender that see the loopback world as they would see the Internet: they ask its DNS server, connect to its
 * policy hosts, and trust its certificate authority. Each call makes a new one, which is closed with the world.
 */
public final class WorldClients {

    private WorldClients() {}

    /**
     * A checker with its defaults.
     *
     * @param world what it checks
     * @return works until the world is closed; {@link IllegalStateException} when it is closed already
     */
    public static MtaStsChecker checkerIn(MtaStsWorld world) {
        return checkerIn(world, UnaryOperator.identity());
    }

    /**
     * A checker with other settings, such as short timeouts where servers are silent.
     *
     * @param world what it checks
     * @param change of the settings
     * @return works until the world is closed; {@link IllegalStateException} when it is closed already
     */
    public static MtaStsChecker checkerIn(MtaStsWorld world, UnaryOperator<MtaSts.Builder> change) {
        Objects.requireNonNull(change, "change");
        MtaSts.Builder settings = MtaSts.builder()
                .servers(Objects.requireNonNull(world, "world").dns())
                .port(world.httpsPort())
                .trust(world.ca())
                .allowAddresses(InetAddress::isLoopbackAddress);
        return world.closing(change.apply(settings).build()).checker();
    }

    /**
     * A sender with an empty cache, with DANE, and with its other defaults. For MX hosts, it trusts the world's authority alone.
     *
     * @param world where it would send
     * @return works until the world is closed; {@link IllegalStateException} when it is closed already
     */
    public static MtaStsSender senderIn(MtaStsWorld world) {
        return senderIn(world, UnaryOperator.identity());
    }

    /**
     * A sender with other settings, such as a listener.
     *
     * @param world where it would send
     * @param change of the settings
     * @return works until the world is closed; {@link IllegalStateException} when it is closed already
     */
    public static MtaStsSender senderIn(MtaStsWorld world, UnaryOperator<MtaStsSenderBuilder> change) {
        Objects.requireNonNull(change, "change");
        DnsjavaResolver dns = Objects.requireNonNull(world, "world")
                .closing(
                        DnsjavaResolver.builder().servers(world.dns()).trustAd().build());
        OkHttpPolicyFetcher fetcher = world.closing(OkHttpPolicyFetcher.builder(dns)
                .port(world.httpsPort())
                .trust(world.ca())
                .allowAddresses(InetAddress::isLoopbackAddress)
                .build());
        MtaStsSenderBuilder settings = MtaStsSender.builder()
                .resolver(dns)
                .policyFetcher(fetcher)
                .dane(dns)
                .trustOnly(world.ca());
        return world.closing(change.apply(settings).build());
    }
}

package io.github.mtasts.testing;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** WIP facade. */
public final class MtaStsWorld implements AutoCloseable {

    private final DnsZone zone = new DnsZone();
    private final DnsServer dns = DnsServer.start(zone);
    private final Map<String, WorldName> names = new HashMap<>();

    private MtaStsWorld() {}

    /**
     * Starts the servers.
     *
     * @return a world without any domain
     */
    public static MtaStsWorld start() {
        return new MtaStsWorld();
    }

    /**
     * The world's DNS server.
     *
     * @return UDP and TCP, on 127.0.0.1
     */
    public InetSocketAddress dns() {
        return dns.address();
    }

    /**
     * Declares a name.
     *
     * @param name the name
     * @return the name
     */
    public WorldName name(String name) {
        WorldName before = names.get(name);
        if (before != null) {
            before.withdraw();
        }
        WorldName fresh = new WorldName(zone, name).publish();
        names.put(name, fresh);
        return fresh;
    }

    @Override
    public void close() {
        dns.close();
    }
}

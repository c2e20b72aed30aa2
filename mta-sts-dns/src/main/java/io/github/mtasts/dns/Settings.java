package io.github.mtasts.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Whom to ask, how often, how long in all, whether their AD flag is believed, and whether details name them. */
record Settings(List<InetSocketAddress> servers, Duration timeout, int retries, boolean trustAd, boolean unnamed) {

    /** How long a server may be silent until the next one is asked as well. */
    Duration patience() {
        return timeout.dividedBy((long) servers.size() * (retries + 1));
    }

    String shownServers() {
        return servers.stream().map(this::shown).distinct().collect(Collectors.joining(", "));
    }

    String shownTimeout() {
        long millis = timeout.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    String shown(InetSocketAddress server) {
        if (unnamed) {
            return "the name server";
        }
        InetAddress address = server.getAddress();
        String host = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + server.getPort();
    }
}

package io.github.mtasts.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Whom to ask, how often, how long in all, and whether their AD flag is believed. */
record Settings(List<InetSocketAddress> servers, Duration timeout, int retries, boolean trustAd) {

    /** How long a server may be silent until the next one is asked as well. */
    Duration patience() {
        return timeout.dividedBy((long) servers.size() * (retries + 1));
    }

    String shownServers() {
        return servers.stream().map(Settings::shown).collect(Collectors.joining(", "));
    }

    String shownTimeout() {
        long millis = timeout.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    static String shown(InetSocketAddress server) {
        InetAddress address = server.getAddress();
        String host = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + server.getPort();
    }
}

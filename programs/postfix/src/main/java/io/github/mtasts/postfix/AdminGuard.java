package io.github.mtasts.postfix;

import com.sun.net.httpserver.Headers;
import io.github.mtasts.kit.AddressLiteral;
import java.util.List;

/**
 * Keeps web pages away that somebody visits with a browser on this machine: what a page sends has an Origin or a
 * Sec-Fetch-Site, and what comes by a name that was made to point here (DNS rebinding) has a foreign Host.
 */
final class AdminGuard {

    private AdminGuard() {}

    static boolean isLocal(Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        String site = headers.getFirst("Sec-Fetch-Site");
        return !headers.containsKey("Origin")
                && (site == null || site.equals("none"))
                && hosts.size() == 1
                && isLoopback(hosts.get(0));
    }

    private static boolean isLoopback(String host) {
        String name = host.replaceFirst(":\\d{1,5}$", "");
        if (name.equals("localhost")) {
            return true;
        }
        String address = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        try {
            return AddressLiteral.parse(address).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}

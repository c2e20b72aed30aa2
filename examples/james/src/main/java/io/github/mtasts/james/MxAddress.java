package io.github.mtasts.james;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.mailet.HostAddress;

/** The name and the address in James' HostAddress. */
@SuppressWarnings("deprecation") // HostAddress: James has no replacement
final class MxAddress {

    private static final int SMTP = 25;

    private MxAddress() {}

    /** The MX host's name, without a final dot. */
    static String name(HostAddress server) {
        String name = server.getHostName();
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Carries the MX host's name, which the mail API uses as the TLS server name (SNI) without a lookup. */
    static InetSocketAddress of(HostAddress server, DNSService dns) throws UnknownHostException {
        boolean isIpv4 = server.getPort() >= 0;
        byte[] address = (isIpv4 ? InetAddress.getByName(server.getHost()) : ipv6(server, dns)).getAddress();
        return new InetSocketAddress(InetAddress.getByAddress(name(server), address), isIpv4 ? server.getPort() : SMTP);
    }

    /** James writes an IPv6 address into its URL without brackets, so that only its first group can be read back. */
    private static InetAddress ipv6(HostAddress server, DNSService dns) throws UnknownHostException {
        return dns.getAllByName(server.getHostName()).stream()
                .filter(address -> address.getHostAddress().startsWith(server.getHost() + ":"))
                .findFirst()
                .orElseThrow(() -> new UnknownHostException(server.getHostName()));
    }
}

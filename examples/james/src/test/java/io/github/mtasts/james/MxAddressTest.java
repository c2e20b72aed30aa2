package io.github.mtasts.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.dnsservice.library.MXHostAddressIterator;
import org.apache.mailet.HostAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes out of the URLs into which James puts addresses. */
@SuppressWarnings("deprecation") // HostAddress: James has nothing in its place
class MxAddressTest {

    private final JamesWorld world = new JamesWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anIpv4AddressCarriesTheNameOfTheHost() throws UnknownHostException {
        world.address("mx.example.org", "192.0.2.25");

        InetSocketAddress address = MxAddress.of(asJamesHasIt("mx.example.org:2525", world), world);

        assertThat(address.getAddress().getHostAddress()).isEqualTo("192.0.2.25");
        assertThat(address.getPort()).isEqualTo(2525);
        assertThat(address.getHostName()).isEqualTo("mx.example.org");
    }

    @Test
    void anIpv6AddressIsFoundAgain() throws UnknownHostException {
        world.address("mx.example.org", "2001:db8::25");

        InetSocketAddress address = MxAddress.of(asJamesHasIt("mx.example.org", world), world);

        assertThat(address.getAddress().getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:25");
        assertThat(address.getPort()).isEqualTo(25);
    }

    @Test
    void anIpv6AddressThatIsGoneIsAnUnknownHost() {
        world.address("mx.example.org", "2001:db8::25");
        HostAddress before = asJamesHasIt("mx.example.org", world);
        world.address("mx.example.org", "192.0.2.25");

        assertThatThrownBy(() -> MxAddress.of(before, world)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theNameLosesItsFinalDot() {
        assertThat(MxAddress.name(new HostAddress("mx.example.org.", "smtp://192.0.2.25:25")))
                .isEqualTo("mx.example.org");
    }

    private static HostAddress asJamesHasIt(String host, DNSService dns) {
        return new MXHostAddressIterator(List.of(host).iterator(), dns, false).next();
    }
}

package io.github.mtasts.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    /** The rows of the IANA registries, from first to last address. */
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.255.255.255",
        "10.0.0.0, 10.255.255.255",
        "100.64.0.0, 100.127.255.255",
        "127.0.0.0, 127.255.255.255",
        "169.254.0.0, 169.254.255.255",
        "172.16.0.0, 172.31.255.255",
        "192.0.0.0, 192.0.0.255",
        "192.0.0.0, 192.0.0.7",
        "192.0.0.8, 192.0.0.10",
        "192.0.0.170, 192.0.0.171",
        "192.0.2.0, 192.0.2.255",
        "192.88.99.0, 192.88.99.255",
        "192.168.0.0, 192.168.255.255",
        "198.18.0.0, 198.19.255.255",
        "198.51.100.0, 198.51.100.255",
        "203.0.113.0, 203.0.113.255",
        "224.0.0.0, 239.255.255.255",
        "240.0.0.0, 255.255.255.254",
        "255.255.255.255, 255.255.255.255",
        "::, ::1",
        "::2, ::ffff:ffff",
        "64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
        "100::, 100::ffff:ffff:ffff:ffff",
        "100:0:0:1::, 100:0:0:1:ffff:ffff:ffff:ffff",
        "2001::, 2001:0:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:1::1, 2001:1::3",
        "2001:2::, 2001:2:0:ffff:ffff:ffff:ffff:ffff",
        "2001:3::, 2001:3:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:4:112::, 2001:4:112:ffff:ffff:ffff:ffff:ffff",
        "2001:10::, 2001:1f:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:20::, 2001:2f:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:30::, 2001:3f:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:100::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
        "5f00::, 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fec0::, feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "::1:0:0:0, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "4000::, fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    })
    void refusesEverySpecialPurposeBlockFromFirstToLast(String first, String last) throws UnknownHostException {
        assertThat(AddressGuard.isPublicUnicast(InetAddress.getByName(first)))
                .as(first)
                .isFalse();
        assertThat(AddressGuard.isPublicUnicast(InetAddress.getByName(last)))
                .as(last)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.255",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:200::",
                "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db9::",
                "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2003::",
                "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "3fff:1000::",
                "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            })
    void acceptsTheNeighboursOfTheBlocks(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublicUnicast(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "64:ff9b::808:808, true",
        "64:ff9b::df00:1, true",
        "64:ff9b::7f00:1, false",
        "64:ff9b::a00:1, false",
        "64:ff9b::e000:1, false",
        "64:ff9b::1:0:808:808, false",
        "64:ff9c::808:808, false",
    })
    void judgesNat64ByTheIpv4AddressInside(String address, boolean accepted) throws UnknownHostException {
        assertThat(AddressGuard.isPublicUnicast(InetAddress.getByName(address))).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "10.0.0.1, false", "8.8.8.8, true"})
    void judgesMappedAddressesThatJavaTurnsIntoIpv4AsIpv4(String inside, boolean accepted) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(mapped(inside));

        assertThat(address.getAddress()).hasSize(4);
        assertThat(AddressGuard.isPublicUnicast(address)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "8.8.8.8"})
    void refusesMappedAddressesThatStayIpv6(String inside) throws UnknownHostException {
        InetAddress address = Inet6Address.getByAddress(null, mapped(inside), 0);

        assertThat(address.getAddress()).hasSize(16);
        assertThat(AddressGuard.isPublicUnicast(address)).isFalse();
    }

    private static byte[] mapped(String ipv4) throws UnknownHostException {
        byte[] octets = new byte[16];
        octets[10] = octets[11] = (byte) 0xFF;
        System.arraycopy(InetAddress.getByName(ipv4).getAddress(), 0, octets, 12, 4);
        return octets;
    }
}

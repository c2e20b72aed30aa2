package io.github.mtasts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges as operators write them; nothing here ever asks the DNS. */
class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.200.3.4, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, ::1, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.255, true",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "fd00::/8, fdab::1, true",
        "fd00::/8, fe80::1, false",
        "::1, ::1, true"
    })
    void aRangeIsTheAddressesThatBeginWithItsBits(String range, String address, boolean inside) throws Exception {
        assertThat(AddressRange.parse(range).test(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "fd00::/129",
                "localhost",
                "10.0.0/8",
                "a/8",
                "256.1.1.1",
                "1.2.3.999",
                "01.2.3.4"
            })
    void whatIsNotARangeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }

    @Test
    void aPrefixIsNoLongerThanTheAddress() throws Exception {
        InetAddress address = InetAddress.getByName("192.0.2.1");

        assertThatIllegalArgumentException().isThrownBy(() -> new AddressRange(address, 33));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1/8, 10.0.0.0",
        "192.0.2.129/25, 192.0.2.128",
        "192.0.2.1/0, 0.0.0.0",
        "172.31.0.0/12, 172.16.0.0",
        "fd00::1/8, fd00:0:0:0:0:0:0:0"
    })
    void bitsAfterThePrefixAreRefusedWithTheNetworkAddress(String text, String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.parse(text))
                .withMessageEndingWith(" has bits after its prefix: the network address is " + network);
    }

    @Test
    void itIsWrittenInCidrNotation() {
        assertThat(AddressRange.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
    }
}
